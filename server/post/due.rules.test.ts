import { expect, it } from 'vitest'
import { DUE_SOON, dueState } from './due.rules.ts'
import { dueAtOf } from './due-choice.rules.ts'

const now = Date.UTC(2026, 10, 23, 9)

it.each([
  [null, 'draft', null],
  [now - 1, 'draft', 'overdue'],
  [now - 1, 'approved', 'overdue'],
  [now - 1, 'scheduled', 'done'],
  [now + DUE_SOON, 'published', 'done'],
  [now, 'idea', 'soon'],
  [now + DUE_SOON - 1, 'in_review', 'soon'],
  [now + DUE_SOON, 'in_review', 'later'],
] as const)('due at %s in %s is %s', (dueAt, stage, state) => {
  expect(dueState({ dueAt, stage }, now)).toBe(state)
})

it('is an instant of a local minute; in a skipped hour the first that exists', () => {
  expect(dueAtOf({ local: '2026-11-23T18:00', zone: 'Asia/Seoul' })).toBe(now)
  expect(dueAtOf({ local: '2026-03-29T02:30', zone: 'Europe/Berlin' })).toBe(Date.UTC(2026, 2, 29, 1))
})
