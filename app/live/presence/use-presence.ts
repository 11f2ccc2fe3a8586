import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Person, Report } from './presence.rules.ts'
import { usePresenceStore } from './presence-room.tsx'
import type { PresenceStatus } from './presence-store.ts'

const NOBODY: readonly Person[] = []
const nobody = () => NOBODY
const off = (): PresenceStatus => 'off'

function useView(name: string): readonly Person[] {
  const { roster } = usePresenceStore()
  return useSyncExternalStore(
    (listener) => roster.subscribe(name, listener),
    () => roster.view(name),
    nobody,
  )
}

/** Everybody else in the room, one entry a person, by name: the avatar stack. Empty until connected. */
export const useHere = () => useView('people')

/** Who looks at this (`<noun>:<id>`). Wakes only when that changes, so it can sit on every card. */
export const useHereAt = (focus: string) => useView(`focus ${focus}`)

/** Who is on this page. */
export const useHereOn = (page: string) => useView(`page ${page}`)

/** Who is typing in this (`<noun>:<id>`). */
export const useTypingIn = (what: string) => useView(`typing ${what}`)

/** Whose pointer or keyboard is on this (`<noun>:<id>`); told by `reporter.over`. */
export const usePointingAt = (what: string) => useView(`over ${what}`)

/** How presence is doing; say something for `away` only. */
export function usePresenceStatus(): PresenceStatus {
  const store = usePresenceStore()
  return useSyncExternalStore(store.onStatus, store.status, off)
}

/**
 * Tells the others what I do, for as long as the component is mounted: `useReport({ focus: 'post:…' })`. Facts left
 * out are left to other components; of two that report the same fact the one mounted later wins.
 */
export function useReport(facts: Report): void {
  const { reporter } = usePresenceStore()
  const current = useRef<ReturnType<typeof reporter.report> | null>(null)
  const { page, focus, typing, drag } = facts
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes go through the second effect
  useEffect(() => {
    const one = reporter.report({ page, focus, typing, drag })
    current.current = one
    return () => {
      current.current = null
      one.end()
    }
  }, [reporter])
  useEffect(() => {
    current.current?.change({ page, focus, typing, drag })
  }, [page, focus, typing, drag])
}
