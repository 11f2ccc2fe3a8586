import { expect, test } from 'vitest'
import { STORM_LANGUAGES } from './phrases.rules.ts'
import { storm, stormDue, stormMessage } from './storm.rules.ts'

const asked = storm.parse({ seed: 42, messages: 300, seconds: 60 })
const all = Array.from({ length: asked.messages }, (_, index) => stormMessage(asked, index))

test('the same seed is the same storm, another seed another', () => {
  expect(Array.from({ length: 300 }, (_, index) => stormMessage(asked, index))).toEqual(all)
  expect(stormMessage({ ...asked, seed: 43 }, 0)).not.toEqual(all[0])
})

test('messages are in order and inside the time', () => {
  const offsets = all.map(({ offset }) => offset)
  expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
  expect(offsets[0]).toBeGreaterThanOrEqual(0)
  expect(offsets.at(-1)).toBeLessThan(60_000)
})

test('all languages and kinds come, and most complain', () => {
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(STORM_LANGUAGES))
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(3)
  const negative = all.filter(({ tone }) => tone === 'negative').length
  expect(negative / all.length).toBeGreaterThan(0.6)
  expect(negative / all.length).toBeLessThan(0.8)
})

test('what is due is what has an offset up to now', () => {
  for (const elapsed of [-5, 0, 1, 199, 200, 777, 30_000, 59_999, 60_000, 99_999]) {
    const due = all.filter(({ offset }) => offset <= elapsed).length
    expect(stormDue(asked, elapsed)).toBe(due)
  }
})
