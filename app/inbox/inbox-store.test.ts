import { describe, expect, it, vi } from 'vitest'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { inboxQuery, queryOf, queryString, VIEWS } from '#server/conversation/inbox.rules.ts'
import { createInboxStore } from './inbox-store.ts'
import { createRefresher } from './refresher.ts'

const counts = Object.fromEntries(VIEWS.map((view) => [view, 0])) as Record<(typeof VIEWS)[number], number>
const row = (id: string, lastMessageAt: number, more: Partial<InboxRow> = {}) =>
  ({
    id,
    lastMessageAt,
    state: 'open',
    assigneeId: null,
    channelId: 'c',
    sentiment: null,
    ...more,
  }) as InboxRow
const store = (rows: InboxRow[], query: object = {}, next: string | null = null) =>
  createInboxStore({ query: inboxQuery.parse(query), page: { rows, next }, counts }, 'me')

describe('the list of the inbox', () => {
  it('brings what is new to the top and takes out what no longer fits', () => {
    const inbox = store([row('b', 2), row('a', 1)])
    inbox.put(['a', 'c'], [row('a', 5), row('c', 3)])
    expect(inbox.getState().order).toEqual(['a', 'c', 'b'])
    inbox.put(['a', 'b'], [row('a', 5, { state: 'closed' })])
    expect(inbox.getState().order).toEqual(['c'])
    expect(inbox.getState().rows.has('b')).toBe(false)
    expect(inbox.getState().rows.get('a')?.state).toBe('closed')
  })

  it('leaves what lies beyond the loaded end to its page', () => {
    const inbox = store([row('b', 2)], {}, 'there')
    inbox.put(['a'], [row('a', 1)])
    expect(inbox.getState().order).toEqual(['b'])
    inbox.append({ rows: [row('a', 1)], next: null })
    expect(inbox.getState().order).toEqual(['b', 'a'])
  })

  it('shows only what was found while one searches', () => {
    const inbox = store([row('a', 1)], { q: 'tea' })
    inbox.put(['a', 'x'], [row('a', 4), row('x', 9)])
    expect(inbox.getState().order).toEqual(['a'])
  })

  it('keeps the object of a row that did not change', () => {
    const inbox = store([row('a', 1)])
    const before = inbox.getState().rows.get('a')
    inbox.put(['a'], [row('a', 1)])
    expect(inbox.getState().rows.get('a')).toBe(before)
  })
})

it('writes the query into the address and reads it back; nonsense is the plain inbox', () => {
  const query = inboxQuery.parse({ view: 'mine', sentiment: 'negative', q: '배송 & co' })
  expect(queryOf(new URLSearchParams(queryString(query)))).toEqual(query)
  expect(queryString(queryOf(new URLSearchParams('view=nothing&sentiment=odd&q=')))).toBe('')
})

it('reads together what was told in one moment, one read at a time, and again after a failure', async () => {
  vi.useFakeTimers()
  const reads: string[][] = []
  let fail = true
  const refresher = createRefresher(async (ids) => {
    reads.push(ids)
    if (fail) throw new Error('cut')
  })
  for (const id of ['a', 'b', 'a']) refresher.want(id)
  await vi.advanceTimersByTimeAsync(50)
  fail = false
  refresher.want('c')
  await vi.advanceTimersByTimeAsync(2_100)
  expect(reads).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
  ])
  vi.useRealTimers()
})
