import fc from 'fast-check'
import { expect, it } from 'vitest'
import { segments, trimmed } from './highlight.rules.ts'

it('cuts at every edge, so that overlapping marks are both kept', () => {
  const marks = [
    { id: 'a', start: 0, end: 5 },
    { id: 'b', start: 3, end: 8 },
  ]
  expect(segments('abcdefghij', marks).map(({ text, ids }) => [text, ids])).toEqual([
    ['abc', ['a']],
    ['de', ['a', 'b']],
    ['fgh', ['b']],
    ['ij', []],
  ])
})

it('never loses a letter, whatever the marks', () => {
  const mark = fc.record({ id: fc.string(), start: fc.nat(30), end: fc.nat(30) })
  fc.assert(
    fc.property(fc.string(), fc.array(mark), (text, marks) => {
      expect(
        segments(text, marks)
          .map((one) => one.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

it('leaves the spaces around a selection out', () => {
  expect(trimmed('a  word  b', 1, 9)).toEqual({ start: 3, end: 7 })
  expect(trimmed('a   b', 1, 4)).toBeNull()
})
