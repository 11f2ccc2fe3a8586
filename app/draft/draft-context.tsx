import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { LogEvent } from '#server/event/catalogue.ts'
import type { Draft } from '#server/post/draft.reads.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'
import { act, isActProblem, workspaceSlug } from '../live/act.ts'
import { useDirectory } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { toast } from '../ui/toast.ts'
import { applyEdit, createDraftStore, type DraftState, type DraftStore } from './draft-store.ts'
import { useDraftWords } from './draft-words.ts'
import { keepDraft, keptDraft, releaseDraft, unsaved } from './kept-drafts.ts'
import { createPenHand, type PenHand } from './pen-hand.ts'
import { createSaver, type Saver } from './saver.ts'
import { createWordsHand, type WordsHand } from './words-hand.ts'

interface DraftMeans {
  userId: string
  store: DraftStore
  saver: Saver
  pen: PenHand
  words: WordsHand
  refresh(): Promise<void>
  /** Lets go of it for good. */
  end(): void
}

const Context = createContext<DraftMeans | null>(null)

/** The means of the sheet one is in. */
export function useDraftMeans(): DraftMeans {
  const means = useContext(Context)
  if (!means) throw new Error('useDraftMeans outside of DraftProvider')
  return means
}

/** A part of the post's state; wakes only when that part changes. */
export function useDraft<T>(select: (state: DraftState) => T): T {
  return useStore(useDraftMeans().store, select)
}

/** Other events about the post are answered by reading it again, this long after the first, ms. */
const TOGETHER_MS = 60

/** Holds one post open: its state, its saver, the pen, and what the log says of it. */
export function DraftProvider({ initial, children }: { initial: Draft; children: ReactNode }) {
  const { me } = useDirectory()
  const t = useDraftWords('save')
  const say = useRef(t)
  say.current = t
  const postId = initial.post.id
  const key = `${postId}:${me.memberId}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: one store a post; newer data goes into it below
  const means = useMemo(() => (keptDraft(key) as DraftMeans | undefined) ?? openPost(initial, me), [key])
  const { store, saver, pen, words, refresh } = means
  const timer = useRef<ReturnType<typeof setTimeout>>()

  useEffect(() => {
    if (initial.head > store.getState().data.head) take(store, initial)
  }, [initial, store])

  useEffect(() => {
    releaseDraft(key)
    pen.start()
    words.start()
    const leave = () => {
      void saver.flush()
      pen.lay()
    }
    const hide = () => document.visibilityState === 'hidden' && void saver.flush()
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved(means)) event.preventDefault()
    }
    window.addEventListener('pagehide', leave)
    window.addEventListener('beforeunload', ask)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('visibilitychange', hide)
      clearTimeout(timer.current)
      words.stop()
      if (!unsaved(means)) return means.end()
      const { title } = store.getState().data.post
      let told = false
      const tell = (kind: 'done' | 'failed', what: 'kept' | 'keptSaved' | 'keptStuck') => {
        if (told || kind === 'failed') toast({ kind, id: key, title: say.current(what, { title }) })
        told = true
      }
      keepDraft(key, means, {
        waiting: () => tell('failed', 'kept'),
        saved: () => tell('done', 'keptSaved'),
        stuck: () => tell('failed', 'keptStuck'),
      })
      void saver.flush()
    }
  }, [means, key, store, saver, pen, words])

  useEvents(initial.head, (event) => {
    if (hear(store, pen, event, postId) === 'again') {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void refresh().catch(() => undefined), TOGETHER_MS)
    }
  })
  return <Context.Provider value={means}>{children}</Context.Provider>
}

function openPost(initial: Draft, { memberId, userId }: Directory['me']): DraftMeans {
  const store = createDraftStore(initial)
  const postId = initial.post.id
  async function refresh(): Promise<void> {
    const response = await fetch(`/w/${workspaceSlug()}/post/${postId}/draft`)
    if (!response.ok) throw new Error(`the post could not be read: ${response.status}`)
    take(store, (await response.json()) as Draft)
  }
  const words = createWordsHand(store, memberId)
  const saver = createSaver(store, postId, {
    edit: (input) => {
      words.now()
      return act('post.edit', input)
    },
    refresh,
    problemOf: (error) => (isActProblem(error) ? error : null),
  })
  const pen = createPenHand(store, saver, postId, memberId)
  return {
    userId,
    store,
    saver,
    refresh,
    pen,
    words,
    end() {
      saver.stop()
      pen.stop()
    },
  }
}

/** Newer data from the server; what is typed and not saved stays. */
function take(store: DraftStore, data: Draft): void {
  const before = store.getState()
  if (data.head < before.data.head || data.post.revision < before.data.post.revision) return
  // Anchors of a text that is being typed have moved here already; the server's are of the saved one.
  const threads = data.threads.map((one) => {
    const place = one.anchor?.variantId ?? (one.anchor ? 'all' : null)
    if (place === null || before.local[place] === undefined) return one
    return before.data.threads.find((old) => old.id === one.id) ?? one
  })
  const place =
    before.place === 'all' || data.variants.some((one) => one.id === before.place) ? before.place : 'all'
  store.setState({ data: { ...data, threads }, place })
}

/** What an event does to the post; `again` when it must be read again. */
function hear(store: DraftStore, pen: PenHand, event: LogEvent, postId: string): 'again' | undefined {
  if (event.type === 'label.merged' || event.type === 'label.removed') return 'again'
  const state = store.getState()
  if ('seriesId' in event.data && event.data.seriesId === state.data.series?.id) return 'again'
  if (event.subjectId !== postId) return
  if (event.type === 'pen.moved') {
    pen.moved(event.data.memberId)
    return
  }
  if (event.type === 'pen.asked') {
    store.setState({ asker: { id: event.data.byId, name: event.data.byName } })
    return
  }
  if (event.type === 'post.edited') {
    const next = applyEdit(state, event.data)
    if (next === null) return 'again'
    store.setState(next)
    const reviewed = state.data.variants.some((one) => one.stage !== 'idea' && one.stage !== 'draft')
    const pictures = event.data.media?.some(
      ({ assetId }) => !state.data.assets.some((one) => one.id === assetId),
    )
    return reviewed || pictures ? 'again' : undefined
  }
  return 'again'
}
