import type { LogEvent, SilentEvent } from '#server/event/catalogue.ts'
import type { Missed } from '#server/event/missed.ts'

type Row = LogEvent | SilentEvent
export const isLoud = (row: Row): row is LogEvent => 'type' in row

/** Hears the log from the number its own data was read at. */
export interface Listener {
  /** Every event after this number, once, in order. */
  since: number
  hear(event: LogEvent): void
  /** Too much was missed to replay: read the data again and listen anew. */
  reload(): void
}

/** Rows kept for listeners whose data is a little older than the newest. */
const KEPT = 1000

/**
 * Follows the log: applies only the next number, asks for what lies between otherwise. Knows nothing of sockets, so
 * that it can be tested with cuts and reorderings.
 */
export function createLogFollower(ask: (after: number) => Promise<Missed>) {
  let n: number | undefined
  let asking: Promise<void> | undefined
  let again = false
  let recent: Row[] = []
  const listeners = new Set<Listener>()

  function take(row: Row): void {
    n = row.n
    recent.push(row)
    if (recent.length > KEPT * 2) recent = recent.slice(-KEPT)
    for (const listener of listeners) tell(listener, row)
  }

  function tell(listener: Listener, row: Row): void {
    if (row.n <= listener.since) return
    listener.since = row.n
    if (isLoud(row)) listener.hear(row)
  }

  function restart(head: number | undefined): void {
    n = head
    recent = []
    for (const listener of [...listeners]) {
      // The log is shorter than it was. A page that reads the very number it began with does not listen anew.
      if (head !== undefined) listener.since = Math.min(listener.since, head)
      listener.reload()
    }
  }

  async function askAll(): Promise<void> {
    for (;;) {
      if (n === undefined) return
      const from: number = n
      const missed = await ask(from)
      if (n === undefined) return
      if ('reload' in missed) return restart(missed.head)
      for (const row of missed.events) if (row.n === (n ?? 0) + 1) take(row)
      if ((n ?? 0) >= missed.head || n === from) return
    }
  }

  /** Asks for what is missing. A call while one is under way asks once more after it, which may know too little. */
  function catchUp(): Promise<void> {
    if (asking) {
      again = true
      return asking
    }
    again = false
    asking = askAll().finally(() => {
      asking = undefined
      if (again) catchUp().catch(() => undefined)
    })
    return asking
  }

  return {
    catchUp,
    /** A row as it came from the socket. */
    receive(row: Row): void {
      if (n === undefined || row.n <= n) return
      if (row.n === n + 1) take(row)
      else catchUp().catch(() => undefined)
    },
    /** The head as the server told it. */
    head(head: number): void {
      if (n !== undefined && head > n) catchUp().catch(() => undefined)
    },
    /** Begins to listen; gives the way to stop. */
    listen(listener: Listener): () => void {
      listeners.add(listener)
      if (n === undefined) {
        n = listener.since
        catchUp().catch(() => undefined)
      } else if (listener.since > n) {
        catchUp().catch(() => undefined)
      } else if (listener.since < n) {
        const oldest = recent[0]?.n ?? n + 1
        if (oldest <= listener.since + 1) for (const row of recent) tell(listener, row)
        else void replay(listener, n)
      }
      return () => void listeners.delete(listener)
    },
    at: () => n,
  }

  /** For one listener whose data is older than what is kept: its own replay up to where the others are. */
  async function replay(listener: Listener, upTo: number): Promise<void> {
    listeners.delete(listener)
    try {
      while (listener.since < Math.max(upTo, n ?? 0)) {
        const before = listener.since
        const missed = await ask(before)
        if ('reload' in missed) return listener.reload()
        for (const row of missed.events) tell(listener, row)
        if (listener.since === before) break
      }
      listeners.add(listener)
    } catch {
      listener.reload()
    }
  }
}

export type LogFollower = ReturnType<typeof createLogFollower>
