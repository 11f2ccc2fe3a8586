import type { Acts } from '#server/verbs.ts'
import type { ActProblem } from '../live/act.ts'
import {
  ALL,
  carry,
  type DraftStore,
  hasOwn,
  type Place,
  savedText,
  shownText,
  withText,
} from './draft-store.ts'

/** A pause in typing this long saves. Milliseconds. */
export const DEBOUNCE_MS = 400
/** However long one types without a pause, others see it at least this often. Milliseconds. */
const LONGEST_MS = 1200
const RETRY_MS = [1000, 2000, 5000, 10_000] as const

type Edit = (input: Acts['post.edit']['input']) => Promise<{ revision: number }>
interface Means {
  edit: Edit
  /** Reads the post again into the store. */
  refresh(): Promise<void>
  /** Tells a problem from a defect. */
  problemOf(error: unknown): Pick<ActProblem, 'code' | 'message'> | null
}

/**
 * Saves what is typed: after a pause, on blur and on leaving, one save at a time, again when there was no connection.
 * A save on an older text is never forced: both texts are shown to choose.
 */
export function createSaver(store: DraftStore, postId: string, { edit, refresh, problemOf }: Means) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0
  let running: Promise<void> | undefined
  let failures = 0
  /** By place, the saved text that what is typed here stands on. */
  const ground = new Map<Place, string | null>()
  /** By place, texts that were sent and never answered: the server may have saved one of them. */
  const unanswered = new Map<Place, Set<string>>()

  function schedule(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  /** The next place with unsaved words that no conflict holds back. */
  function next(): Place | undefined {
    const { local, conflict } = store.getState()
    return Object.keys(local).find((place) => place !== conflict?.place)
  }

  async function saveOne(place: Place): Promise<boolean> {
    const { local, data } = store.getState()
    const text = local[place]
    if (text === undefined) return true
    const saved = savedText(data, place)
    // Somebody saved another text here meanwhile, and the log has told of it already.
    if (saved !== null && !standsOn(place, saved)) return contradict(place, text, saved)
    store.setState({ save: 'saving', trouble: null })
    const variantId = place === ALL ? null : place
    try {
      const { revision } = await edit({ postId, variantId, base: data.post.revision, text })
      failures = 0
      unanswered.delete(place)
      ground.set(place, text)
      store.setState((now) => {
        const rest = { ...now.local }
        if (rest[place] === text) delete rest[place]
        return {
          data: revision >= now.data.post.revision ? withText(now.data, place, text, revision) : now.data,
          local: rest,
        }
      })
      return true
    } catch (error) {
      return refused(place, text, problemOf(error))
    }
  }

  /** Whether a saved text is the one that was typed on, or one of ours whose answer was lost. */
  function standsOn(place: Place, saved: string | null): boolean {
    if (!ground.has(place) || ground.get(place) === saved) return true
    if (saved === null || !unanswered.get(place)?.has(saved)) return false
    ground.set(place, saved)
    return true
  }

  /** Nobody answers: once more, after a growing pause. */
  function later(): false {
    store.setState({ save: 'offline' })
    schedule(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 1000)
    return false
  }

  /** Somebody else's text is saved: both are shown, unless they are the same. */
  function contradict(place: Place, mine: string, theirs: string): boolean {
    if (theirs === mine) {
      store.setState(({ local: { [place]: _same, ...rest } }) => ({ local: rest }))
      return true
    }
    store.setState({ save: 'failed', conflict: { place, mine, theirs } })
    return false
  }

  async function refused(
    place: Place,
    mine: string,
    problem: ReturnType<Means['problemOf']>,
  ): Promise<boolean> {
    if (!problem || problem.code === 'request.unreachable' || problem.code === 'request.failed') {
      const texts = unanswered.get(place) ?? new Set()
      unanswered.set(place, texts.add(mine))
      return later()
    }
    const read = await refresh().then(
      () => true,
      () => false,
    )
    if (!read) return later()
    failures = 0
    const theirs = savedText(store.getState().data, place)
    if (problem.code === 'draft.changedMeanwhile') {
      // The change was elsewhere in the post: the words typed here still stand on what they were typed on.
      return standsOn(place, theirs) || contradict(place, mine, theirs ?? '')
    }
    // Refused for what it is (too long), or because somebody else writes now: then there are two texts to choose from.
    const two =
      theirs !== null && theirs !== mine && (problem.code === 'pen.held' || !standsOn(place, theirs))
    const conflict = two ? { place, mine, theirs } : null
    store.setState({ save: 'failed', trouble: problem.message, conflict })
    return false
  }

  async function drain(): Promise<void> {
    for (let place = next(); place !== undefined; place = next()) {
      if (!(await saveOne(place))) return
    }
    since = 0
    if (!store.getState().conflict) store.setState({ save: 'saved', trouble: null })
  }

  /** Saves everything that is not saved; resolves when it is, or when it could not be. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      await running
      if (next() === undefined) return
    }
    if (next() === undefined) return
    running = drain().finally(() => {
      running = undefined
    })
    return running
  }

  const online = () => void flush()
  globalThis.window?.addEventListener('online', online)

  return {
    flush,
    /** The text at a place is now this. */
    type(place: Place, text: string): void {
      const state = store.getState()
      const before = shownText(state, place)
      if (before === text && state.local[place] === undefined && hasOwn(state, place)) return
      if (state.local[place] === undefined) ground.set(place, savedText(state.data, place))
      store.setState({
        local: { ...state.local, [place]: text },
        data: carry(state.data, place, before, text),
        save: 'unsaved',
      })
      // Without a connection the next attempt is planned already; letters do not make it come sooner.
      if (failures > 0) return
      const now = performance.now()
      since ||= now
      schedule(Math.max(0, Math.min(DEBOUNCE_MS, since + LONGEST_MS - now)))
    },
    /** Ends a conflict: with the words typed here (saved on top), or with the others' (what was typed is let go). */
    choose(which: 'mine' | 'theirs'): void {
      const { conflict, local } = store.getState()
      if (!conflict) return
      const rest = { ...local }
      if (which === 'theirs') delete rest[conflict.place]
      else rest[conflict.place] = conflict.mine
      ground.set(conflict.place, savedText(store.getState().data, conflict.place))
      store.setState({
        conflict: null,
        trouble: null,
        local: rest,
        save: which === 'theirs' ? 'saved' : 'unsaved',
      })
      if (which === 'mine') schedule(0)
    },
    stop(): void {
      clearTimeout(timer)
      globalThis.window?.removeEventListener('online', online)
    },
  }
}

export type Saver = ReturnType<typeof createSaver>
