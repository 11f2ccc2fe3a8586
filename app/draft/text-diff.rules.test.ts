import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textDiff } from './text-diff.rules.ts'

it('reads word by word', () => {
  expect(textDiff('Our summer sale', 'Our winter sale!')).toEqual([
    { kind: 'same', text: 'Our ' },
    { kind: 'removed', text: 'summer' },
    { kind: 'added', text: 'winter' },
    { kind: 'same', text: ' sale' },
    { kind: 'added', text: '!' },
  ])
})

it('holds both texts, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '가', '字', '😀', '\n', '.') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = textDiff(before, after)
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
    }),
  )
})
