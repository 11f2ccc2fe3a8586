import { expect, test } from 'vitest'
import { hueOf, initials } from './hue.ts'

test('a person keeps one of twelve hues, and all twelve are used', () => {
  const hues = new Set(Array.from({ length: 400 }, (_, i) => hueOf(`member-${i}`)))
  expect(hues.size).toBe(12)
  expect(hueOf('member-7')).toBe(hueOf('member-7'))
})

test.each([
  ['Mina Kim', 'MK'],
  ['Zoë', 'Z'],
  ['김민지', '민지'],
  ['이준', '이준'],
  ['ada b. lovelace', 'AL'],
  ['  ', '?'],
])('initials of %s are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
