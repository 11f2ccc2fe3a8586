import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DropAnswer, type DropFacts, dropOn, missingFor, stageAfter } from './drop.rules.ts'
import { STAGES, type Stage } from './stage.rules.ts'

const base: DropFacts = {
  stage: 'draft',
  approval: 'required',
  approved: false,
  planned: false,
  hasContent: true,
  channels: 1,
  altMissing: 0,
  rejected: 0,
  overLimit: 0,
  sendAt: 1,
  mayDecide: false,
  can: { write: true, submit: true, schedule: true },
}
const cases: [string, Stage, Partial<DropFacts>, DropAnswer][] = [
  ['idea to draft', 'draft', { stage: 'idea' }, { verb: 'post.move', to: 'draft' }],
  ['draft to idea', 'idea', {}, { verb: 'post.move', to: 'idea' }],
  ['submit', 'in_review', {}, { verb: 'post.submit' }],
  ['nobody reviews', 'in_review', { approval: 'none' }, { refuse: 'stage.noReview' }],
  [
    'no channel yet, so nobody to ask',
    'in_review',
    { approval: 'none', channels: 0 },
    { refuse: 'post.incomplete', missing: [{ what: 'channel', blocks: true }] },
  ],
  [
    'submit an empty post',
    'in_review',
    { hasContent: false },
    { refuse: 'post.incomplete', missing: [{ what: 'text', blocks: true }] },
  ],
  [
    'submit what was rejected just so',
    'in_review',
    { rejected: 1 },
    { refuse: 'post.incomplete', missing: [{ what: 'newContent', blocks: true }] },
  ],
  ['over the limit may be reviewed', 'in_review', { overLimit: 1 }, { verb: 'post.submit' }],
  ['take back', 'draft', { stage: 'scheduled' }, { verb: 'post.withdraw', to: 'draft' }],
  ['back to review', 'in_review', { stage: 'approved' }, { refuse: 'stage.editToReviewAgain' }],
  ['approve from draft', 'approved', {}, { refuse: 'stage.submitFirst' }],
  ['approve without right', 'approved', { stage: 'in_review' }, { refuse: 'approval.notApprover' }],
  ['approve', 'approved', { stage: 'in_review', mayDecide: true }, { verb: 'approval.decide' }],
  ['unschedule', 'approved', { stage: 'scheduled', approved: true }, { verb: 'post.unschedule' }],
  ['schedule unapproved', 'scheduled', {}, { refuse: 'stage.submitFirst' }],
  ['schedule from review', 'scheduled', { stage: 'in_review' }, { refuse: 'stage.approveFirst' }],
  ['schedule', 'scheduled', { stage: 'approved', approved: true }, { verb: 'post.schedule' }],
  ['schedule free', 'scheduled', { approval: 'none' }, { verb: 'post.schedule' }],
  [
    'schedule asks when',
    'scheduled',
    { approval: 'none', sendAt: null },
    { verb: 'post.schedule', ask: 'sendTime' },
  ],
  [
    'schedule too long',
    'scheduled',
    { approval: 'none', overLimit: 1 },
    { refuse: 'post.overLimit', missing: [{ what: 'overLimit', blocks: true }] },
  ],
  ['publish by hand', 'published', { stage: 'scheduled' }, { refuse: 'stage.publishedBySending' }],
  ['published stays', 'draft', { stage: 'published' }, { refuse: 'post.published' }],
  ['same column', 'draft', {}, { stay: true }],
  [
    'reader',
    'idea',
    { can: { write: false, submit: false, schedule: false } },
    { refuse: 'request.forbidden' },
  ],
]

describe('dropping a card', () => {
  it.each(cases)('%s', (_, target, facts, answer) =>
    expect(dropOn(target, { ...base, ...facts })).toEqual(answer),
  )

  it('always answers, and never lets a reader do anything', () => {
    const stage = fc.constantFrom(...STAGES)
    fc.assert(
      fc.property(stage, stage, fc.boolean(), (from, target, approved) => {
        const can = { write: false, submit: false, schedule: false }
        const answer = dropOn(target, { ...base, stage: from, approved, can })
        expect('refuse' in answer || 'stay' in answer).toBe(true)
      }),
    )
  })
})

describe('what is missing', () => {
  it('names everything for the next stage, and says what blocks', () => {
    const facts = { ...base, hasContent: false, channels: 0, altMissing: 2, overLimit: 1, sendAt: null }
    expect(missingFor('draft', facts)).toEqual([])
    expect(missingFor('in_review', facts).map(({ what, blocks }) => `${what} ${blocks}`)).toEqual([
      'text true',
      'channel true',
      'altText false',
      'overLimit false',
    ])
    expect(missingFor('scheduled', facts).map(({ what, blocks }) => `${what} ${blocks}`)).toEqual([
      'text true',
      'channel true',
      'altText false',
      'overLimit true',
      'approval true',
      'sendTime true',
    ])
  })
  it.each([
    ['idea', 'required', false, 'draft'],
    ['draft', 'required', false, 'in_review'],
    ['draft', 'required', true, 'scheduled'],
    ['draft', 'none', false, 'scheduled'],
    ['in_review', 'required', false, 'approved'],
    ['approved', 'required', true, 'scheduled'],
    ['scheduled', 'required', true, 'published'],
    ['published', 'required', true, null],
  ] as const)('after %s (%s, approved %s) comes %s', (stage, approval, approved, next) =>
    expect(stageAfter({ stage, approval, approved })).toBe(next),
  )
})
