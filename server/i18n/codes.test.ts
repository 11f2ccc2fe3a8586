import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { DISMISSALS } from '../conversation/conversation.rules.ts'
import { NOT_SENT_REASONS } from '../delivery/delivery.rules.ts'
import { LACKS } from '../network/connector.ts'
import { ISSUE_CODES } from '../network/draft.rules.ts'
import { NETWORK_PROBLEM_KINDS } from '../network/network.rules.ts'
import { TIME_NOTICES } from '../time/send-time.rules.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'

/** Every code that says why, by where its words stand in the messages. */
const CODES: Record<string, readonly string[]> = {
  'board.time': TIME_NOTICES,
  'delivery.because': NOT_SENT_REASONS,
  'inbox.reason': DISMISSALS,
  'inbox.why.network': NETWORK_PROBLEM_KINDS,
  'network.issue': ISSUE_CODES,
  'network.without': LACKS,
}

/** Enough for the placeholders of any of them. */
const VALUES = {
  over: 2,
  used: 3,
  limit: 1,
  size: 4,
  type: 'x',
  mention: 'ann',
  network: 'Bluesky',
  time: '09:00',
}

describe.each(Object.entries(CODES))('%s', (place, codes) => {
  it.each(codes)('%s is camelCase and has its words in both languages', (code) => {
    expect(code).toMatch(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/)
    for (const [locale, messages] of Object.entries({ en, ko }) as ['en' | 'ko', typeof en][]) {
      const onError = (error: Error) => {
        throw error
      }
      const t = createTranslator<Record<string, never>>({ locale, messages: messages as never, onError })
      const said = t(`${place}.${code}` as never, VALUES as never) as string
      expect(said.trim()).not.toBe('')
      if (locale === 'ko') expect(said).toMatch(/\p{Script=Hangul}/u)
    }
  })
})

it('names no reason, code or notice in snake_case anywhere', () => {
  const root = join(import.meta.dirname, '../..')
  const files = globSync(['app/**/*.{ts,tsx}', 'server/**/*.ts', 'db/seed/**/*.ts'], { cwd: root })
  expect(files.length).toBeGreaterThan(500)
  for (const name of files) {
    const source = readFileSync(join(root, name), 'utf8')
    const named = /\b(?:because|code|notice|refuse|without|\w*[rR]eason)\b['"]?\s*:\s*['"]([a-z.]+_\w+)['"]/g
    expect([name, [...source.matchAll(named)].map(([, code]) => code)]).toEqual([name, []])
  }
})
