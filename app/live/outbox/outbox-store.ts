import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Entry } from './entry.rules.ts'
import { keepEntries, keptEntries, type Owner, onKept } from './kept-entries.ts'

interface Outbox {
  /** Whose it is; null before a workspace's page stands. */
  owner: Owner | null
  entries: readonly Entry[]
}

/** What I did and the server does not know yet, in order. */
export const outbox: StoreApi<Outbox> = createStore(() => ({ owner: null, entries: [] }))

/** Entries that were done, not dropped. */
const done = new Set<string>()
export const wasDone = (id: string): boolean => done.has(id)

/** Begins with what is kept of a person in a workspace, and stays with what other tabs make of it. Returns the way to end. */
export function openOutbox(owner: Owner): () => void {
  outbox.setState({ owner, entries: keptEntries(owner) ?? [] })
  const end = onKept(owner, readAgain)
  return () => {
    end()
    outbox.setState({ owner: null, entries: [] })
  }
}

/** Takes what other tabs have added, answered and removed. What did not change stays the same object. */
export function readAgain(): void {
  const { owner, entries } = outbox.getState()
  const kept = owner && keptEntries(owner)
  if (!kept) return
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const next = kept.map((entry) => {
    const old = known.get(entry.id)
    return old && JSON.stringify(old) === JSON.stringify(entry) ? old : entry
  })
  if (next.length !== entries.length || next.some((entry, at) => entry !== entries[at]))
    outbox.setState({ entries: next })
}

/** Makes the list another one, here and where it is kept. */
export function setEntries(entries: readonly Entry[]): void {
  const { owner, entries: before } = outbox.getState()
  if (!owner) return
  keepEntries(owner, before, entries)
  outbox.setState({ entries })
}

/** Puts another entry in the place of one, if that is still there; null takes it out, as done. */
export function settle(id: string, next: Entry | null): void {
  const { entries } = outbox.getState()
  if (!next) done.add(id)
  setEntries(entries.flatMap((entry) => (entry.id === id ? (next ?? []) : entry)))
}
