import { expect, it } from 'vitest'
import { complete, matching, mentionAt, mentionsIn } from './mention.rules.ts'

const people = [
  { id: '1', name: 'Mina Kim' },
  { id: '2', name: 'Mina' },
  { id: '3', name: '김민지' },
]

it.each([
  ['Hi @mi', 6, { start: 3, query: 'mi' }],
  ['@김', 2, { start: 0, query: '김' }],
  ['@Mina K', 7, { start: 0, query: 'Mina K' }],
  ['mail@example', 12, null],
  ['Hi', 2, null],
])('sees in %j at %i: %o', (text, caret, found) => expect(mentionAt(text, caret)).toEqual(found))

it('offers by any part of the name and puts the name in', () => {
  expect(matching(people, 'ki').map((one) => one.id)).toEqual(['1'])
  expect(complete('Hi @mi!', { start: 3 }, 6, 'Mina')).toEqual({ text: 'Hi @Mina !', caret: 9 })
})

it('takes the longest name, and only names of members', () => {
  const { ids, pieces } = mentionsIn('@Mina Kim and @김민지 at @nobody', people)
  expect(ids).toEqual(['1', '3'])
  expect(pieces.map((piece) => piece.text).join('')).toBe('@Mina Kim and @김민지 at @nobody')
})
