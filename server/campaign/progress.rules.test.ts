import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGES } from '../post/stage.rules.ts'
import { isOverdue, progressOf, timeGone } from './progress.rules.ts'

const NOW = 1_000_000
const post = (more: object = {}) => ({
  id: 'p',
  teamId: 't',
  stage: 'draft' as const,
  sendAt: null,
  dueAt: null,
  ...more,
})

describe('progress', () => {
  it.each<[string, object, boolean]>([
    ['without any time', {}, false],
    ['past its slot', { sendAt: NOW - 1 }, true],
    ['past its slot and out', { sendAt: NOW - 1, stage: 'published' }, false],
    ['before its slot', { sendAt: NOW + 1 }, false],
    ['with work not done in time', { dueAt: NOW - 1, stage: 'in_review' }, true],
    ['with work done in time', { dueAt: NOW - 1, stage: 'approved' }, false],
  ])('a post %s', (_, more, late) => expect(isOverdue(post(more), NOW)).toBe(late))

  it('counts every post once, by stage and by team', () => {
    const any = fc.record({
      id: fc.uuid(),
      teamId: fc.constantFrom('a', 'b', 'c'),
      stage: fc.constantFrom(...STAGES),
      sendAt: fc.option(fc.nat(2 * NOW)),
      dueAt: fc.option(fc.nat(2 * NOW)),
    })
    fc.assert(
      fc.property(fc.array(any), (posts) => {
        const { total, byStage, byTeam, overdue } = progressOf(posts, NOW)
        expect(total).toBe(posts.length)
        expect(Object.values(byStage).reduce((a, b) => a + b, 0)).toBe(total)
        for (const key of ['total', 'published', 'overdue'] as const) {
          const sum = byTeam.reduce((a, one) => a + one[key], 0)
          const whole = { total, published: byStage.published, overdue: overdue.length }
          expect(sum).toBe(whole[key])
        }
      }),
    )
  })

  it.each([
    ['2026-08-30', { share: 0, days: 2 }],
    ['2026-09-01', { share: 0, days: 10 }],
    ['2026-09-06', { share: 0.5, days: 5 }],
    ['2026-09-10', { share: 0.9, days: 1 }],
    ['2026-09-11', { share: 1, days: 0 }],
  ])('on %s', (today, gone) =>
    expect(timeGone({ startsOn: '2026-09-01', endsOn: '2026-09-10' }, today)).toEqual(gone),
  )

  it('says nothing of an open end', () => {
    expect(timeGone({ startsOn: '2026-09-01', endsOn: null }, '2026-09-02')).toBeNull()
  })
})
