import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import type { InboxQuery } from '#server/conversation/inbox.rules.ts'
import type { InboxFetcher } from './fetch-inbox.ts'
import type { InboxActs } from './inbox-acts.ts'
import type { InboxState, InboxStore } from './inbox-store.ts'

/** What the parts of the inbox share. It never changes while the page is open, so it wakes nobody. */
export interface Inbox {
  inbox: InboxStore
  fetcher: InboxFetcher
  acts: InboxActs
  /** Goes to a conversation, keeping view and filters. */
  open(id: string): void
  /** Goes back to the list. */
  leave(): void
  /** Changes what narrows the list, in the address. */
  narrow(change: Partial<InboxQuery>): void
  /** The address of a conversation, or of the list for null. */
  href(id: string | null): string
  /** Reads a conversation again soon. */
  want(id: string): void
}

export const InboxContext = createContext<Inbox | null>(null)

export function useInbox(): Inbox {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('useInbox outside of the inbox')
  return inbox
}

/** A part of the list's state; wakes only when that part changes. */
export function useInboxState<T>(select: (state: InboxState) => T): T {
  return useStore(useInbox().inbox.store, select)
}

/** A conversation as the list knows it. */
export const useRow = (id: string): InboxRow | undefined => useInboxState((state) => state.rows.get(id))
