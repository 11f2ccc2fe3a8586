import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStage, STAGES, type Stage, type StageStep, stageIndex, stageOfPost } from './stage.rules.ts'

const STEPS: StageStep[] = [
  'start',
  'shelve',
  'submit',
  'approve',
  'return',
  'withdraw',
  'edit',
  'schedule',
  'unschedule',
  'send',
]
/** Columns idea, draft, in_review, approved, scheduled, published; required approval, not approved, not planned. */
const REQUIRED: Record<StageStep, (Stage | null)[]> = {
  start: ['draft', null, null, null, null, null],
  shelve: [null, 'idea', null, null, null, null],
  submit: ['in_review', 'in_review', null, null, null, null],
  approve: [null, null, 'approved', null, null, null],
  return: [null, null, 'draft', 'draft', 'draft', null],
  withdraw: [null, null, 'draft', 'draft', 'draft', null],
  edit: ['idea', 'draft', 'in_review', 'in_review', 'in_review', null],
  schedule: [null, null, null, null, null, null],
  unschedule: [null, null, 'in_review', null, 'draft', null],
  send: [null, null, null, null, 'published', null],
}

describe('the stage machine', () => {
  const cells = STEPS.flatMap((step) =>
    STAGES.map((from, i) => ({ step, from, to: REQUIRED[step][i]! ?? null })),
  )
  it.each(cells)('required, not approved: $from $step -> $to', ({ step, from, to }) => {
    expect(nextStage(from, step, { approval: 'required', approved: false, planned: false })).toBe(to)
  })

  it.each([
    ['draft', 'submit', { approval: 'none', approved: false, planned: false }, null],
    ['draft', 'schedule', { approval: 'none', approved: false, planned: false }, 'scheduled'],
    ['draft', 'schedule', { approval: 'optional', approved: false, planned: false }, 'scheduled'],
    ['approved', 'schedule', { approval: 'required', approved: true, planned: false }, 'scheduled'],
    ['scheduled', 'edit', { approval: 'none', approved: false, planned: true }, 'scheduled'],
    ['scheduled', 'edit', { approval: 'required', approved: false, planned: true }, 'in_review'],
    ['scheduled', 'edit', { approval: 'required', approved: true, planned: true }, 'scheduled'],
    ['in_review', 'approve', { approval: 'required', approved: true, planned: true }, 'scheduled'],
    ['scheduled', 'unschedule', { approval: 'required', approved: true, planned: true }, 'approved'],
    ['scheduled', 'unschedule', { approval: 'none', approved: false, planned: true }, 'draft'],
  ] as const)('%s %s %j -> %s', (from, step, facts, to) => expect(nextStage(from, step, facts)).toBe(to))

  it('never reaches scheduled unapproved where approval is required, and never leaves published', () => {
    const facts = fc.record({
      approval: fc.constantFrom('none', 'optional', 'required'),
      approved: fc.boolean(),
      planned: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), fc.constantFrom(...STEPS), facts, (from, step, given) => {
        const to = nextStage(from, step, given)
        if (from === 'published') expect(to).toBeNull()
        if (to === 'scheduled' && from !== 'scheduled' && step !== 'approve' && given.approval === 'required')
          expect(given.approved).toBe(true)
        if (to === 'published') expect([from, step]).toEqual(['scheduled', 'send'])
      }),
    )
  })

  it('counts the least advanced variant', () => {
    expect(stageOfPost('idea', [])).toBe('idea')
    expect(stageOfPost('idea', ['published', 'in_review', 'scheduled'])).toBe('in_review')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STAGES), { minLength: 1 }), (variants) => {
        const stage = stageOfPost('idea', variants)
        expect(variants).toContain(stage)
        for (const variant of variants) expect(stageIndex(stage)).toBeLessThanOrEqual(stageIndex(variant))
      }),
    )
  })
})
