import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Card } from '#server/post/card.rules.ts'
import { outbox, settle } from '../live/outbox/outbox-store.ts'
import { setConnection } from '../shell/connection.ts'
import { createCardStore } from './card-store.ts'
import { showWaiting } from './waiting-cards.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    length: 0,
    key: () => null,
    setItem() {},
    removeItem() {},
    getItem: () => null,
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  setConnection('live')
  outbox.setState({ owner: null, entries: [] })
})

it('shows what was done while the log is not heard yet, and no longer than it takes to hear it', () => {
  const card = { id: 'a', stage: 'idea', rank: 'a0', labels: [], channelIds: [] } as unknown as Card
  const store = createCardStore(new Map(), { groupOf: ({ stage }) => stage, compare: () => 0 })
  const stop = showWaiting(store)
  setConnection('reconnecting')
  outbox.setState({
    owner: { userId: 'u', memberId: 'm', slug: 'w' } as never,
    entries: [
      {
        id: '1',
        verb: 'post.create',
        input: {},
        about: ['a'],
        title: '',
        shows: {},
        made: card,
        state: 'waiting',
      },
    ] as never,
  })
  expect(store.group('idea')).toEqual(['a'])
  settle('1', null)
  vi.advanceTimersByTime(60_000)
  expect(store.group('idea')).toEqual(['a'])
  setConnection('live')
  expect(store.group('idea')).toEqual(['a'])
  vi.advanceTimersByTime(60_000)
  expect(store.group('idea')).toEqual([])
  stop()
})
