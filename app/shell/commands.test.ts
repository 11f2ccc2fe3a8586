import { expect, test } from 'vitest'
import { problemText, translator } from '#server/i18n/translator.ts'
import { commands } from './commands.ts'

/** What can be given on one page: on a page with keys of its own those, and what works everywhere. */
const together = [
  commands.filter((command) => !command.on),
  commands.filter((command) => command.on === 'canvas' || command.to || command.perform),
]

test('every command has its own id and its own keys, and a title in both languages', () => {
  const ids = commands.map((command) => command.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const page of together) {
    const keys = page.flatMap((command) => command.keys ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  }
  for (const command of commands) {
    expect(translator('en')(`command.${command.title}`)).not.toBe('')
    expect(translator('ko')(`command.${command.title}`)).not.toBe('')
  }
})

test('no shortcut hides a longer one that begins with it', () => {
  for (const page of together) {
    const keys = page.flatMap((command) => command.keys ?? [])
    for (const short of keys) expect(keys.filter((long) => long.startsWith(`${short} `))).toEqual([])
  }
})

test('a problem without a sentence shows its code', () => {
  expect(problemText('ko', 'no.such.code')).toBe('no.such.code')
  expect(problemText('en', 'request.conflict')).toContain('try again')
})
