import { expect, it } from 'vitest'
import { historyOf } from './history.rules.ts'

const row = (n: number, type: string, data: unknown = {}, memberId = 'a', at = n * 1000) => ({
  n,
  at,
  type,
  memberId,
  data,
})

it('says newest first what happened, leaving out what is no news', () => {
  const lines = historyOf([
    row(1, 'post.created'),
    row(2, 'pen.moved'),
    row(3, 'post.submitted'),
    row(4, 'approval.decided', { kind: 'changes', comment: 'Too long', approved: false }, 'b'),
    row(5, 'post.moved', { set: { rank: 'a1' } }),
    row(6, 'something.new'),
  ])
  expect(lines.map((line) => [line.key, line.quote])).toEqual([
    ['other', null],
    ['changesRequested', 'Too long'],
    ['submitted', null],
    ['created', null],
  ])
})

it('counts the edits of one sitting once, but never hides a voided approval', () => {
  const edit = (n: number, memberId: string, at: number, voided: string[] = []) =>
    row(n, 'post.edited', { voided }, memberId, at)
  const lines = historyOf([
    edit(1, 'a', 0),
    edit(2, 'a', 60_000),
    edit(3, 'b', 61_000),
    edit(4, 'a', 62_000, ['v']),
    edit(5, 'a', 63_000),
    edit(6, 'a', 63_000 + 11 * 60_000),
  ])
  expect(lines.map((line) => [line.n, line.key, line.memberId])).toEqual([
    [6, 'edited', 'a'],
    [5, 'editedVoided', 'a'],
    [3, 'edited', 'b'],
    [2, 'edited', 'a'],
  ])
})

it('tells where it went, and why it did not go out', () => {
  const lines = historyOf([
    row(1, 'delivery.notSent', { state: 'failed', because: 'network.transient' }),
    row(2, 'delivery.sent', { channelId: 'c' }),
    row(3, 'delivery.dropped'),
  ])
  expect(lines.map((line) => [line.key, line.params])).toEqual([
    ['dropped', {}],
    ['sent', { channelId: 'c' }],
    ['notSent', { because: 'network.transient' }],
  ])
})
