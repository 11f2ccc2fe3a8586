import { expect, it } from 'vitest'
import { askedFor } from './asked.rules.ts'

type Variant = Parameters<typeof askedFor>[1][number]
const variant = (...decisions: object[]) => ({ approval: { decisions } }) as unknown as Variant
const changes = { memberId: 'o', kind: 'changes', comment: 'Which blend?', at: 2, current: true }

it.each([
  ['what was asked for in a draft', 'draft', [variant(changes)], [changes]],
  ['nothing once it is in review again', 'in_review', [variant(changes)], []],
  [
    'nothing when somebody approved since',
    'draft',
    [variant({ ...changes, kind: 'approve', at: 3 }, changes)],
    [],
  ],
  [
    'one for two channels, open while one of them is as it was',
    'draft',
    [variant(changes), variant({ ...changes, current: false })],
    [changes],
  ],
  ['nothing without a decision', 'draft', [variant()], []],
] as const)('says %s', (_, stage, variants, said) => {
  expect(askedFor(stage, [...variants])).toEqual(said)
})
