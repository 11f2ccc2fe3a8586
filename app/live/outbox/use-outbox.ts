import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { CardPatch } from '#server/post/card.rules.ts'
import { useConnection } from '../../shell/connection.ts'
import { useFetchAhead } from '../../ui/fetch-ahead.ts'
import type { Entry } from './entry.rules.ts'
import type { Owner } from './kept-entries.ts'
import { openOutbox, outbox } from './outbox-store.ts'
import { fetchReplay, wake } from './wake.ts'

/** Keeps the outbox of whoever uses this workspace's pages, and sends from it whenever the server is there. */
export function useOutbox({ slug, userId, memberId }: Owner): void {
  const connection = useConnection()
  useFetchAhead(fetchReplay)
  useEffect(() => {
    const end = openOutbox({ slug, userId, memberId })
    wake()
    window.addEventListener('online', wake)
    return () => {
      window.removeEventListener('online', wake)
      end()
    }
  }, [slug, userId, memberId])
  useEffect(() => {
    if (connection === 'live') wake()
  }, [connection])
}

export interface Counts {
  /** to be sent */
  waiting: number
  /** that need an answer, or whose refusal has not been read */
  asking: number
}

/** How much waits. */
export function useWaitingCounts(): Counts {
  const entries = useStore(outbox, (state) => state.entries)
  return useMemo(() => {
    const waiting = entries.filter((entry) => entry.state === 'waiting').length
    return { waiting, asking: entries.length - waiting }
  }, [entries])
}

const markOf = (entries: readonly Entry[], postId: string): 'waiting' | 'asking' | null => {
  const mine = entries.filter((entry) => entry.state !== 'refused' && entry.about.includes(postId))
  if (!mine.length) return null
  return mine.some((entry) => entry.state !== 'waiting') ? 'asking' : 'waiting'
}

/** Whether something I did to a post waits for the server, or for an answer of mine. */
export const useWaitingMark = (postId: string) => useStore(outbox, (state) => markOf(state.entries, postId))

/** The same at this moment. */
export const waitsOn = (postId: string): boolean => markOf(outbox.getState().entries, postId) !== null

/** A post with what I have changed of it and not sent yet. */
export function useShown<T extends { id: string }>(post: T): T {
  const entries = useStore(outbox, (state) => state.entries)
  return useMemo(() => {
    const patches = entries.flatMap((entry) =>
      entry.state === 'refused' ? [] : (entry.shows[post.id] ?? []),
    )
    return patches.length ? { ...post, ...Object.assign({}, ...patches.map(facts)) } : post
  }, [entries, post])
}

const facts = ({ title, labels, assigneeId, campaignId, dueAt }: CardPatch) =>
  Object.fromEntries(
    Object.entries({ title, labels, assigneeId, campaignId, dueAt }).filter(
      ([, value]) => value !== undefined,
    ),
  )

/** What I have changed of an item of a checklist and not sent yet. */
export function useWaitingItem(itemId: string): { done?: boolean; text?: string } | null {
  const entries = useStore(outbox, (state) => state.entries)
  return useMemo(() => {
    const mine = entries.flatMap((entry) =>
      entry.verb === 'checklist.changeItem' && entry.state !== 'refused' && entry.input.itemId === itemId
        ? [entry.input]
        : [],
    )
    return mine.length ? Object.assign({}, ...mine) : null
  }, [entries, itemId])
}
