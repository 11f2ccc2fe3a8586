import { useEffect, useMemo, useRef } from 'react'
import type { PracticePage } from '#server/network/practice/practice.reads.ts'
import { workspaceSlug } from '../live/act.ts'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'
import { toast } from '../ui/toast.ts'
import { createPlay } from './play.ts'
import type { Practice } from './practice-context.tsx'
import { type Changes, createPracticeStore, createPull, take } from './practice-store.ts'
import { usePracticeWords } from './practice-words.ts'
import { usePersona } from './use-persona.ts'

/** Entries of a page from the server: what changed `since` a place, `before` one, or `with` somebody directly. */
export async function askEntries<T extends Pick<Changes, 'entries'>>(
  channelId: string,
  query: Record<string, string | number>,
): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const response = await fetch(`/w/${workspaceSlug()}/practice/${channelId}/entries?${search}`)
  if (!response.ok) throw new Error(`entries: ${response.status}`)
  return (await response.json()) as T
}

/** The store of a page, kept current by the log, and what one may do on it. */
export function usePracticeSetup(page: PracticePage, head: number): Practice {
  const t = usePracticeWords()
  const readAgain = useReadAgain()
  const { channelId } = page
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page read again is taken in by the effect below
  const made = useMemo(() => {
    const store = createPracticeStore(page)
    const pull = createPull(store, (since) => askEntries<Changes>(channelId, { since }))
    return { store, pull, play: createPlay(store, channelId, pull, t('say.unreachable')) }
  }, [channelId])
  const { store, pull, play } = made

  const first = useRef(page)
  useEffect(() => {
    if (first.current === page) return
    first.current = page
    take(store, page.entries)
    store.setState({ storm: page.storm })
    // Not from the new head: what lies between is more than the newest hundred, perhaps.
    pull().catch(() => undefined)
  }, [page, store, pull])

  useEvents(head, (event) => {
    if (event.type === 'practice.personaAdded') readAgain()
    if (!event.type.startsWith('practice.') || event.subjectId !== channelId) return
    if (event.type === 'practice.stormStopped' && store.getState().storm)
      toast({ title: t('storm.over'), detail: t('storm.overBody'), id: `storm ${channelId}` })
    pull().catch(() => undefined)
  })

  const [persona, choosePersona] = usePersona(page.audience)
  return useMemo(
    () => ({ page, store, play, persona, choosePersona }),
    [page, store, play, persona, choosePersona],
  )
}
