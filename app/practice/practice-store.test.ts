import { expect, test } from 'vitest'
import type { PracticePage } from '#server/network/practice/practice.reads.ts'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { type Changes, createPracticeStore, createPull, take } from './practice-store.ts'

const entry = (id: string, n: number, change: Partial<EntryView> = {}): EntryView => ({
  id,
  n,
  key: `key-${id}`,
  kind: 'mention',
  ours: false,
  author: { id: 'ann', handle: 'ann', name: 'Ann' },
  threadId: id,
  parentId: null,
  text: id,
  media: [],
  at: n,
  likes: 0,
  comments: 0,
  likedBy: [],
  ...change,
})
const page = (entries: EntryView[]): PracticePage => ({
  channelId: 'c',
  teamId: 't',
  mayPlay: true,
  profile: { id: 'us', handle: 'us', name: 'Us', followers: 0 },
  head: 2,
  audience: [],
  storm: null,
  entries,
  before: null,
})

test('an entry that did not change stays the same object; one that did is another', () => {
  const store = createPracticeStore(page([entry('a', 1), entry('b', 2)]))
  const before = store.getState().entries
  take(store, [entry('a', 1), entry('b', 2, { likes: 1, likedBy: ['ann'] })])
  const after = store.getState().entries
  expect(after.get('a')).toBe(before.get('a'))
  expect(after.get('b')).toMatchObject({ likes: 1 })
  take(store, [entry('b', 2, { likes: 1, likedBy: ['ann'] })])
  expect(store.getState().entries).toBe(after)
})

test('what has arrived is no longer on its way', () => {
  const store = createPracticeStore(page([]))
  const said = { kind: 'mention' as const, personaId: 'ann', entryId: null, threadId: null, text: 'x' }
  store.setState({ pending: [{ ...said, key: 'key-a', failed: null }] })
  take(store, [entry('a', 1)])
  expect(store.getState().pending).toEqual([])
})

test('asks for everything that changed, also for what changes while it asks', async () => {
  const store = createPracticeStore(page([]))
  const log = [entry('c', 3), entry('d', 4), entry('e', 5)]
  const asked: number[] = []
  const ask = async (since: number): Promise<Changes> => {
    asked.push(since)
    const [next] = log.filter(({ n }) => n > since)
    const head = next?.n ?? since
    const more = head < (log.at(-1)?.n ?? 0)
    if (since === 4 && log.length === 3) {
      // Somebody speaks after this answer was made.
      log.push(entry('f', 6))
      void pull()
    }
    return { entries: next ? [next] : [], head, more, storm: null }
  }
  const pull = createPull(store, ask, 1)
  await pull()
  expect([...store.getState().entries.keys()]).toEqual(['c', 'd', 'e', 'f'])
  expect(asked).toEqual([2, 3, 4, 5])
})
