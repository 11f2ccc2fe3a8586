import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PracticePage } from '#server/network/practice/practice.reads.ts'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'

/** Words on their way: shown at once, gone when the page brings them, kept with the reason when they were refused. */
export interface Pending {
  key: string
  kind: 'mention' | 'reply' | 'direct'
  personaId: string
  /** What is answered. */
  entryId: string | null
  threadId: string | null
  text: string
  /** Why it was not sent; null while it is on its way. */
  failed: string | null
}

export interface PracticeState {
  entries: ReadonlyMap<string, EntryView>
  storm: PracticePage['storm']
  pending: readonly Pending[]
  /** The place up to which the page has been told. */
  head: number
  /** Where older entries begin; null when all are here. */
  before: number | null
}

export interface Changes {
  entries: readonly EntryView[]
  head: number
  more: boolean
  storm: PracticePage['storm']
}

export type PracticeStore = StoreApi<PracticeState>

const sameEntry = (a: EntryView, b: EntryView) =>
  a.likes === b.likes && a.comments === b.comments && a.likedBy.join() === b.likedBy.join()

/** Entries with others put in; those that did not change stay the same objects, so that only changed ones are drawn. */
function put(known: PracticeState['entries'], news: readonly EntryView[]): PracticeState['entries'] {
  const changed = news.filter((entry) => {
    const old = known.get(entry.id)
    return !old || !sameEntry(old, entry)
  })
  if (!changed.length) return known
  const next = new Map(known)
  for (const entry of changed) next.set(entry.id, entry)
  return next
}

export function createPracticeStore(page: PracticePage): PracticeStore {
  return createStore(() => ({
    entries: put(new Map(), page.entries),
    storm: page.storm,
    pending: [],
    head: page.head,
    before: page.before,
  }))
}

/** Takes in entries from anywhere; what was on its way and has arrived is no longer pending. */
export function take(store: PracticeStore, news: readonly EntryView[]): void {
  store.setState((state) => {
    const keys = new Set(news.map(({ key }) => key))
    const pending = state.pending.some(({ key }) => keys.has(key))
      ? state.pending.filter(({ key }) => !keys.has(key))
      : state.pending
    return { entries: put(state.entries, news), pending }
  })
}

/**
 * Keeps a store current: `pull` asks for what has changed, at once and then at most every `gapMs`; a call during one
 * asks again after it. Failures wait for the next call: a reconnection brings one.
 */
export function createPull(store: PracticeStore, ask: (since: number) => Promise<Changes>, gapMs = 200) {
  let busy = false
  let again = false
  return async function pull(): Promise<void> {
    if (busy) {
      again = true
      return
    }
    busy = true
    try {
      for (let more = true; more || again; ) {
        again = false
        const changes = await ask(store.getState().head)
        take(store, changes.entries)
        store.setState({ head: Math.max(store.getState().head, changes.head), storm: changes.storm })
        more = changes.more
        if (!more) await new Promise((resolve) => setTimeout(resolve, gapMs))
      }
    } finally {
      busy = false
    }
  }
}
