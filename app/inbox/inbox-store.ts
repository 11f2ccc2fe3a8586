import { createStore } from 'zustand/vanilla'
import type { InboxCounts, InboxRow } from '#server/conversation/conversation.reads.ts'
import { type InboxQuery, inView, newestFirst } from '#server/conversation/inbox.rules.ts'

export interface InboxState {
  /** Everything known, also what the list does not show (the open conversation). */
  rows: ReadonlyMap<string, InboxRow>
  /** Ids of the list, newest first. */
  order: readonly string[]
  /** Where the next page begins; null when all is here. */
  next: string | null
  counts: InboxCounts
}

export interface InboxPage {
  query: InboxQuery
  page: { rows: InboxRow[]; next: string | null }
  counts: InboxCounts
}

/**
 * The list of the inbox as the server gave it, kept current by rows that are read again. Knows nothing of React or
 * sockets.
 */
export function createInboxStore(first: InboxPage, me: string | null) {
  let query = first.query
  const store = createStore<InboxState>(() => fresh(first, new Map()))

  /** Whether a row belongs to the list. What was searched for stays where it is: the server alone can search. */
  function fits(row: InboxRow, listed: boolean): boolean {
    if (!inView(row, query.view, me)) return false
    if (query.channel && row.channelId !== query.channel) return false
    if (query.sentiment && row.sentiment !== query.sentiment) return false
    return query.q === null || listed
  }

  function arranged(rows: ReadonlyMap<string, InboxRow>, ids: Iterable<string>): string[] {
    return [...new Set(ids)]
      .flatMap((id) => rows.get(id) ?? [])
      .sort(newestFirst)
      .map(({ id }) => id)
  }

  return {
    store,
    getState: store.getState,

    /** The page was read (again), perhaps for another query. */
    reset(page: InboxPage): void {
      query = page.query
      store.setState(fresh(page, store.getState().rows))
    },

    /** A further page of the list. */
    append({ rows: more, next }: InboxPage['page']): void {
      const { rows, order } = store.getState()
      const all = merged(rows, more)
      store.setState({ rows: all, order: arranged(all, [...order, ...more.map(({ id }) => id)]), next })
    },

    /** Rows as they are now; of the ids asked for, those that did not come are gone. */
    put(asked: readonly string[], fetched: readonly InboxRow[], counts?: InboxCounts): void {
      const { rows, order, next } = store.getState()
      const all = merged(rows, fetched)
      const here = new Set(fetched.map(({ id }) => id))
      for (const id of asked) if (!here.has(id)) all.delete(id)
      const last = rows.get(order.at(-1) ?? '')
      const listed = new Set(order)
      for (const row of fetched) {
        // What lies below the end of what is loaded comes with its page.
        const within = next === null || !last || newestFirst(row, last) <= 0
        if (fits(row, listed.has(row.id)) && within) listed.add(row.id)
        else listed.delete(row.id)
      }
      store.setState({ rows: all, order: arranged(all, listed), ...(counts && { counts }) })
    },

    /** Shows a change at once; what is true comes with the next `put`. Gives back how it was. */
    patch(id: string, set: Partial<InboxRow>): InboxRow | null {
      const { rows } = store.getState()
      const before = rows.get(id)
      if (!before) return null
      store.setState({ rows: new Map(rows).set(id, { ...before, ...set }) })
      return before
    },
  }
}

export type InboxStore = ReturnType<typeof createInboxStore>

function fresh({ page, counts }: InboxPage, known: ReadonlyMap<string, InboxRow>): InboxState {
  return {
    rows: merged(known, page.rows),
    order: page.rows.map(({ id }) => id),
    next: page.next,
    counts,
  }
}

/** The rows with newer ones put in; an equal row stays the same object, so that nothing is drawn again for it. */
function merged(rows: ReadonlyMap<string, InboxRow>, more: readonly InboxRow[]): Map<string, InboxRow> {
  const all = new Map(rows)
  for (const row of more) {
    const old = all.get(row.id)
    if (!old || JSON.stringify(old) !== JSON.stringify(row)) all.set(row.id, row)
  }
  return all
}
