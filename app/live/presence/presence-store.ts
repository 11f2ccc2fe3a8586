import { createReporter } from './reporter.ts'
import { createRoster } from './roster.ts'

/**
 * How presence is doing. `off`: not loaded (also on the server). `away`: lost for more than a moment; work is safe,
 * people just do not see each other. `denied`: this person may not be in this room.
 */
export type PresenceStatus = 'off' | 'connecting' | 'live' | 'away' | 'denied'

/** A wobble shorter than this is not worth a word. */
const AWAY_AFTER_MS = 3_000

/** One room's presence as the page sees it; exists before, and without, the connection. */
export function createPresenceStore() {
  const listeners = new Set<() => void>()
  let status: PresenceStatus = 'off'
  let timer: ReturnType<typeof setTimeout> | undefined

  function become(next: PresenceStatus) {
    clearTimeout(timer)
    timer = undefined
    if (status === next) return
    status = next
    for (const listener of listeners) listener()
  }

  return {
    roster: createRoster(),
    reporter: createReporter(),
    status: () => status,
    onStatus(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    become,
    /** Not connected now: `away` unless it passes quickly. */
    wobble() {
      if (status === 'denied' || status === 'away') return
      if (status === 'off') become('connecting')
      timer ??= setTimeout(become, AWAY_AFTER_MS, 'away')
    },
  }
}

export type PresenceStore = ReturnType<typeof createPresenceStore>
