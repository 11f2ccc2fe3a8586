import { type DraftStore, hasOwn, type Place, savedText, shownText } from './draft-store.ts'
import {
  expireWords,
  frameOf,
  hearWords,
  NO_WORDS,
  type Saved,
  settleWords,
  WORDS_EVERY_MS,
  wordsFrame,
} from './words.rules.ts'

const SWEEP_MS = 1000

type Send = (frame: object) => void

/** What is saved, as the store knows it. */
const savedOf = ({ data }: ReturnType<DraftStore['getState']>): Saved => ({
  revision: data.post.revision,
  text: (place) => savedText(data, place),
})

/**
 * Words between two saves. Whoever holds the pen sends theirs, at most every `WORDS_EVERY_MS`; everybody else shows
 * those of the member who holds the pen according to the log, and nobody else's. Saves stay the truth.
 */
export function createWordsHand(store: DraftStore, memberId: string) {
  let send: Send | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  let n = 0
  let said = ''
  let caret: { place: Place; at: number } | null = null

  function tell(): void {
    timer = undefined
    const state = store.getState()
    if (!send || state.data.pen !== memberId) return
    const { place } = state
    if (!hasOwn(state, place)) return
    const at = caret?.place === place ? caret.at : null
    const frame = frameOf(n, place, savedOf(state), shownText(state, place), at)
    if (!frame) return
    const words = JSON.stringify(frame)
    if (words === said) return
    n += 1
    said = JSON.stringify({ ...frame, n })
    last = performance.now()
    send({ ...frame, n })
  }

  function soon(): void {
    if (!send || store.getState().data.pen !== memberId) return
    timer ??= setTimeout(tell, Math.max(0, last + WORDS_EVERY_MS - performance.now()))
  }

  const follow: Parameters<DraftStore['subscribe']>[0] = (state, before) => {
    if (state.data.pen !== before.data.pen) {
      // Another hand, or none: what was not saved is not the text.
      store.setState({ words: NO_WORDS })
    } else if (state.data !== before.data && state.words !== NO_WORDS)
      store.setState({ words: settleWords(state.words, savedOf(state), Date.now()) })
    if (state.local !== before.local || state.data !== before.data || state.place !== before.place) soon()
  }
  function sweep(): void {
    const { words } = store.getState()
    const left = expireWords(words, Date.now())
    if (left !== words) store.setState({ words: left })
  }
  /** Says everything once more: somebody came, or we came back. */
  function repeat(): void {
    said = ''
    soon()
  }
  let unfollow = () => {}
  let sweeping: ReturnType<typeof setInterval> | undefined

  return {
    /** Where my caret is. */
    point(place: Place, at: number): void {
      caret = { place, at }
      soon()
    },
    /** Connects to the others in the draft's room, or to nobody. */
    attach(next: Send | null): void {
      send = next
      repeat()
    },
    repeat,
    /** A save begins: everybody sees its words first, and so can tell it from newer ones when it is told of. */
    now(): void {
      clearTimeout(timer)
      tell()
    },
    /** A frame of a connection; `uid` is who the room's server says it is. */
    hear(uid: string, connection: number, raw: unknown): void {
      const state = store.getState()
      const { pen } = state.data
      if (pen === null || pen === memberId || uid !== pen) return
      const frame = wordsFrame.safeParse(raw)
      if (!frame.success) return
      const words = hearWords(state.words, frame.data, connection, savedOf(state), Date.now())
      if (words !== state.words) store.setState({ words })
    },
    start(): void {
      unfollow()
      clearInterval(sweeping)
      unfollow = store.subscribe(follow)
      sweeping = setInterval(sweep, SWEEP_MS)
    },
    stop(): void {
      unfollow()
      clearTimeout(timer)
      timer = undefined
      clearInterval(sweeping)
    },
  }
}

export type WordsHand = ReturnType<typeof createWordsHand>
