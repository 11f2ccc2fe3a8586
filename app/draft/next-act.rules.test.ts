import { expect, it } from 'vitest'
import { type BarFacts, nextAct } from './next-act.rules.ts'

const variant = {
  mode: 'required',
  state: 'open',
  stage: 'draft',
  mayDecide: false,
  over: false,
  rejected: false,
} as const
const facts = (more: Partial<BarFacts>): BarFacts => ({
  stage: 'draft',
  variants: [variant],
  hasContent: true,
  altMissing: 0,
  sendAt: null,
  can: { write: true, submit: true, schedule: true },
  ...more,
})
const none = { ...variant, mode: 'none', state: 'approved' } as const
const reader = { write: false, submit: false, schedule: false }

it.each([
  ['an empty idea', { stage: 'idea', hasContent: false }, 'start', false],
  ['an idea with words', { stage: 'idea' }, 'submit', false],
  ['a draft', {}, 'submit', false],
  ['a draft without words', { hasContent: false }, 'submit', true],
  ['a draft that goes nowhere', { variants: [] }, 'submit', true],
  ['a draft too long', { variants: [{ ...variant, over: true }] }, 'submit', false],
  ['a draft that stands rejected', { variants: [{ ...variant, rejected: true }] }, 'submit', true],
  ['a draft nobody reviews', { variants: [none] }, 'schedule', false],
  ['one too long that nobody reviews', { variants: [{ ...none, over: true }] }, 'schedule', true],
  [
    'one in review, for its approver',
    { stage: 'in_review', variants: [{ ...variant, stage: 'in_review', mayDecide: true }] },
    'decide',
    false,
  ],
  [
    'one in review, for others',
    { stage: 'in_review', variants: [{ ...variant, stage: 'in_review' }] },
    null,
    false,
  ],
  [
    'an approved one',
    { stage: 'approved', variants: [{ ...variant, stage: 'approved', state: 'approved' }] },
    'schedule',
    false,
  ],
  [
    'a scheduled one',
    { stage: 'scheduled', variants: [{ ...variant, stage: 'scheduled', state: 'approved' }] },
    null,
    false,
  ],
  ['a published one', { stage: 'published' }, null, false],
  ['any, for a reader', { can: reader }, null, false],
] as const)('%s', (_, more, act, blocked) => {
  expect(nextAct(facts(more as Partial<BarFacts>))).toMatchObject({ act, blocked })
})

it('names what is missing, and what would only be good to have', () => {
  const { missing } = nextAct(facts({ variants: [], hasContent: false, altMissing: 1 }))
  expect(missing.map((one) => [one.what, one.blocks])).toEqual([
    ['text', true],
    ['channel', true],
    ['altText', false],
  ])
})
