import { describe, expect, it } from 'vitest'
import { nextReminder } from './reminder.rules.ts'
import { type Absence, checkAbsence, substitutionsAt } from './substitute.rules.ts'

const away: Absence = {
  memberId: 'ada',
  substituteId: 'ben',
  fromDay: '2026-07-01',
  toDay: '2026-07-03',
  zone: 'Asia/Seoul',
}

describe('substitutes', () => {
  it.each([
    ['2026-06-30T14:59Z', 0],
    ['2026-06-30T15:00Z', 1],
    ['2026-07-03T14:59Z', 1],
    ['2026-07-03T15:00Z', 0],
  ])("on the first to the last day in the approver's zone: %s", (at, count) =>
    expect(substitutionsAt([away], Date.parse(at))).toHaveLength(count),
  )
  it('are not replaced in turn', () => {
    const chain = [away, { ...away, memberId: 'ben', substituteId: 'cho' }]
    const now = Date.parse('2026-07-02T00:00Z')
    expect(substitutionsAt(chain, now)).not.toContainEqual({ memberId: 'ada', substituteId: 'cho' })
  })
  it.each([
    [{ ...away, substituteId: 'ada' }, { refuse: 'absence.self' }],
    [{ ...away, fromDay: '2026-07-04' }, { refuse: 'absence.backwards' }],
    [{ ...away, fromDay: '2026-07-03', toDay: '2026-07-09' }, { refuse: 'absence.overlap' }],
    [{ ...away, fromDay: '2026-07-04', toDay: '2026-07-09' }, { ok: true }],
  ])('%j', (wanted, answer) => expect(checkAbsence(wanted, [away])).toEqual(answer))
})

describe('reminders', () => {
  const HOUR = 3_600_000
  it.each([
    [false, 0, false, { do: 'remind', at: 24 * HOUR }],
    [false, 1, false, { do: 'remind', at: 48 * HOUR }],
    [false, 2, false, { do: 'escalate', at: 72 * HOUR }],
    [false, 2, true, null],
    [true, 0, false, { do: 'remind', at: 48 * HOUR }],
    [true, 2, false, { do: 'escalate', at: 144 * HOUR }],
  ])('guest %s, after %i, escalated %s: %j', (guest, reminders, escalated, answer) =>
    expect(nextReminder({ askedAt: 0, guest, reminders, escalated })).toEqual(answer),
  )
})
