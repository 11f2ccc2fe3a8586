import { expect, it } from 'vitest'
import { cleanInput, nameText } from './clean-input.rules.ts'

it.each<[string, unknown, unknown]>([
  ['NUL goes', { a: ['x\0y', 1, null, true] }, { a: ['xy', 1, null, true] }],
  ['half a character becomes the sign for it', 'a\ud83d', 'a\ufffd'],
  ['whole ones stay', '😀 한국어 e\u0301', '😀 한국어 e\u0301'],
  ['what is no plain JSON stays as it is', new Date(0), new Date(0)],
])('%s', (_, raw, clean) => expect(cleanInput(raw)).toEqual(clean))

it.each([
  ['\u202eexe.gpj\u202c', 'exe.gpj'],
  [' \u2066Tea\u2069 \u202d', 'Tea'],
  ['שלום\u200f!', 'שלום\u200f!'],
  ['👩\u200d🌾 한국', '👩\u200d🌾 한국'],
])('lets no name turn what follows it around: %j', (raw, name) => expect(nameText().parse(raw)).toBe(name))

it('survives any depth and any key', () => {
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
  expect(() => cleanInput(deep)).not.toThrow()
  const odd = cleanInput(JSON.parse('{"__proto__":{"admin":true}}')) as object
  expect(Object.getPrototypeOf(odd)).toBe(Object.prototype)
})
