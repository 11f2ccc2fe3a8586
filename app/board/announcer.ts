import { type Summary, sumUp, type Told } from './announce.rules.ts'

/** What follows within this belongs to the same sentence, ms. */
const TOGETHER = 800
/** No two sentences are nearer to each other, ms: a reader must come to its end. */
const APART = 4_000

/** Gathers what others do and says it in sentences that one can follow. */
export function createAnnouncer(say: (summary: Summary) => void) {
  let waiting: Told[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  function flush(): void {
    timer = undefined
    const summary = sumUp(waiting)
    waiting = []
    if (!summary) return
    last = Date.now()
    say(summary)
  }
  return {
    tell(told: Told): void {
      waiting.push(told)
      timer ??= setTimeout(flush, Math.max(TOGETHER, last + APART - Date.now()))
    },
    stop(): void {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}
