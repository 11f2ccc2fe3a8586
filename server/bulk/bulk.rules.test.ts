import { expect, it } from 'vitest'
import { type BulkFacts, changeOf, untouched } from './bulk.rules.ts'

const facts: BulkFacts = {
  assigneeId: null,
  campaignId: 'c',
  channelIds: [],
  dueAt: 1,
  labels: ['a'],
  stage: 'draft',
  workingId: null,
  rank: 'a0',
  archived: false,
}

it('keeps only what changed', () => {
  expect(changeOf('p', facts, { ...facts })).toBeNull()
  expect(changeOf('p', facts, { ...facts, labels: ['a', 'b'], dueAt: null })).toEqual({
    id: 'p',
    before: { labels: ['a'], dueAt: 1 },
    after: { labels: ['a', 'b'], dueAt: null },
  })
})

it('is touched by a change of the same facts, not of others', () => {
  const change = changeOf('p', facts, { ...facts, assigneeId: 'm' })!
  expect(untouched(change, { ...facts, assigneeId: 'm', labels: [] })).toBe(true)
  expect(untouched(change, { ...facts, assigneeId: 'n' })).toBe(false)
})
