import { PEN_BEAT_MS } from '#server/post/pen.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import type { DraftStore } from './draft-store.ts'
import type { Saver } from './saver.ts'

/** After this long without a letter the pen is laid down, so that others need not ask. Milliseconds. */
const IDLE_MS = 90_000

/** The pen as this browser holds it: taken with the first letter, kept alive while one writes, laid down after. */
export function createPenHand(store: DraftStore, saver: Saver, postId: string, memberId: string) {
  let beat: ReturnType<typeof setInterval> | undefined
  let wroteAt = 0
  let taking: Promise<boolean> | undefined

  const holder = () => store.getState().data.pen
  const isMine = () => holder() === memberId
  const put = (pen: string | null) => store.setState((now) => ({ data: { ...now.data, pen } }))

  async function tryTake(): Promise<boolean> {
    try {
      await act('pen.take', { postId })
      put(memberId)
      return true
    } catch (error) {
      if (isActProblem(error) && error.code !== 'request.unreachable')
        store.setState({ trouble: error.message })
      return false
    }
  }

  /** Takes the pen unless it is mine; true when it is. */
  function take(): Promise<boolean> {
    wroteAt = Date.now()
    if (isMine()) return Promise.resolve(true)
    taking ??= tryTake().finally(() => {
      taking = undefined
    })
    return taking
  }

  async function give(to: string | null): Promise<void> {
    await saver.flush()
    store.setState({ asker: null })
    await act('pen.give', { postId, memberId: to })
    put(to)
  }

  function pulse(): void {
    if (!isMine()) return
    if (Date.now() - wroteAt > IDLE_MS && !store.getState().asker) lay()
    else if (document.visibilityState === 'visible') act('pen.take', { postId }).catch(() => undefined)
  }

  /** Lays the pen down, also while the page is being left. */
  function lay(): void {
    if (!isMine()) return
    put(null)
    give(null).catch(() => undefined)
  }

  return {
    isMine,
    take,
    give,
    lay,
    /** Asks the holder; takes it when nobody holds it any more. */
    async ask(): Promise<void> {
      const asked = holder()
      const { taken } = await act('pen.ask', { postId })
      if (taken) {
        wroteAt = Date.now()
        put(memberId)
        store.setState({ askedId: null })
      } else store.setState({ askedId: asked })
    },
    /** The log says who holds it now. */
    moved(to: string | null): void {
      const before = holder()
      put(to)
      if (to === memberId && before !== memberId) wroteAt = Date.now()
      store.setState({ askedId: null, ...(to === memberId ? {} : { asker: null }) })
    },
    start(): void {
      clearInterval(beat)
      beat = setInterval(pulse, PEN_BEAT_MS)
    },
    stop(): void {
      clearInterval(beat)
      lay()
    },
  }
}

export type PenHand = ReturnType<typeof createPenHand>
