import type { Log } from './log.ts'

/** A terminal's Ctrl-C reaches the process itself, and npm hands it on: within this it is one and the same. Ms. */
const SAME_PRESS_MS = 400
/** However long the ordinary end takes, the process is gone after this. Ms. */
const LONGEST_END_MS = 25_000

interface Ending {
  log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Ends in order: finishes what has begun, closes what is open. */
  close(): Promise<void>
  /** Ends the process; `process.exit`. */
  exit(code: number): void
  now?(): number
  longestMs?: number
}

/**
 * What to do with a signal to end: the first ends in order, at most for a while; a second one, from somebody who does
 * not want to wait, ends at once. What is cut off is taken up at the next start, as after a crash.
 */
export function createEnding({ log, close, exit, now = Date.now, longestMs = LONGEST_END_MS }: Ending) {
  let since: number | undefined
  return (signal: string): void => {
    if (since !== undefined) {
      if (now() - since < SAME_PRESS_MS) return
      log.warn({ signal }, 'ending at once')
      exit(1)
      return
    }
    since = now()
    log.info({ signal }, 'shutting down; once more ends at once')
    const late = setTimeout(() => {
      log.error('the end took too long')
      exit(1)
    }, longestMs)
    close()
      .then(
        () => exit(0),
        (error) => {
          log.error({ err: error }, 'shutdown failed')
          exit(1)
        },
      )
      .finally(() => clearTimeout(late))
  }
}
