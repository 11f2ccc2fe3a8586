import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CanvasThreadView } from '#server/comment/thread.reads.ts'
import type { LogEvent } from '#server/event/catalogue.ts'

export interface TalkState {
  /** Null until they are here. */
  threads: readonly CanvasThreadView[] | null
  /** Whether the panel is open. */
  open: boolean
  /** The discussion that is looked at. */
  thread: string | null
  /** The object a comment is being begun on: the box takes the focus. */
  writing: string | null
}

/** The discussions on one canvas. */
export interface CanvasTalk {
  store: StoreApi<TalkState>
  /** Reads them again; wishes that come meanwhile are met together, afterwards. Rejects when that fails. */
  read(): Promise<void>
  /** Reads them again when the log says that something was said on this canvas. */
  hear(event: LogEvent): void
}

export function createCanvasTalk(
  canvasId: string,
  fetchThreads: () => Promise<CanvasThreadView[]>,
): CanvasTalk {
  const store = createStore<TalkState>(() => ({ threads: null, open: false, thread: null, writing: null }))
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function once(): Promise<void> {
    store.setState({ threads: await fetchThreads() })
  }
  function read(): Promise<void> {
    if (!running) {
      running = once().finally(() => {
        running = null
      })
      return running
    }
    // What is being read may be older than what made somebody ask.
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return read()
      })
    return next
  }
  return {
    store,
    read,
    hear(event) {
      if (event.subjectId === canvasId && 'threadId' in event.data) void read().catch(() => undefined)
    },
  }
}

/** How many open discussions hang on each object. */
export function openOn(threads: readonly CanvasThreadView[] | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { objectId, resolvedAt } of threads ?? [])
    if (resolvedAt === null) counts.set(objectId, (counts.get(objectId) ?? 0) + 1)
  return counts
}
