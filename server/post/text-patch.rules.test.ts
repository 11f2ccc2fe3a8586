import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyPatch, moveCaret, patchBetween } from './text-patch.rules.ts'

it('makes the one text of the other, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '가', '👩‍👩‍👧', '😀', '😁', '\n') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = patchBetween(before, after)
      expect(patch ? applyPatch(before, patch) : before).toBe(after)
      if (patch) expect(patch.ins.isWellFormed()).toBe(true)
    }),
  )
})

it.each([
  ['hello world', 'hello big world', { at: 6, del: 0, ins: 'big ' }],
  ['aaa', 'aa', { at: 2, del: 1, ins: '' }],
  ['😀', '😁', { at: 0, del: 2, ins: '😁' }],
])('finds the smallest change from %s to %s', (before, after, patch) => {
  expect(patchBetween(before, after)).toEqual(patch)
})

it('leaves the caret where it was in the words', () => {
  expect(moveCaret(3, { at: 5, del: 0, ins: 'xx' })).toBe(3)
  expect(moveCaret(9, { at: 5, del: 0, ins: 'xx' })).toBe(11)
  expect(moveCaret(6, { at: 5, del: 3, ins: 'x' })).toBe(6)
})
