import { expect, it } from 'vitest'
import { holderOf, mayTakePen } from './pen.rules.ts'

it.each([
  [{ memberId: null, until: null }, null, true, true],
  [{ memberId: 'a', until: 101 }, 'a', true, false],
  [{ memberId: 'a', until: 100 }, null, true, true],
  [{ memberId: 'a', until: null }, null, true, true],
])('%o at 100: held by %s; a may %s, b may %s', (pen, holder, a, b) => {
  expect(holderOf(pen, 100)).toBe(holder)
  expect(mayTakePen(pen, 'a', 100)).toBe(a)
  expect(mayTakePen(pen, 'b', 100)).toBe(b)
})
