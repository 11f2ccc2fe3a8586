import { nextToSend } from './entry.rules.ts'
import { outbox } from './outbox-store.ts'
import type { RoundEnd } from './replay.ts'

/** Pauses between rounds while the server cannot be reached, ms; the last one repeats. */
const PAUSES = [1000, 2000, 5000] as const

/** The code that sends: fetched when the page has time, so that it is there even after the server has got a newer build. */
export const fetchReplay = () => import('./replay.ts')

let running = false
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let misses = 0

/** Sends what waits, in order, one after the other, unless that is under way in this tab or another one. */
export function wake(): void {
  clearTimeout(timer)
  if (running) {
    again = true
    return
  }
  const { owner, entries } = outbox.getState()
  if (!owner || !nextToSend(entries)) return
  running = true
  again = false
  void round(`hubbub outbox ${owner.userId} ${owner.slug}`).then(rest, () => rest('done'))
}

async function round(name: string): Promise<RoundEnd> {
  const code = await fetchReplay().catch(() => null)
  if (!code) return 'later'
  // Only one tab sends. Where there are no locks (no HTTPS), the keys see to it that nothing is done twice.
  return navigator.locks ? navigator.locks.request(name, code.drain) : code.drain()
}

/** After a round: once more when something came meanwhile, later when the server was not there. */
function rest(end: RoundEnd): void {
  running = false
  misses = end === 'later' ? misses + 1 : 0
  if (again) wake()
  else if (misses > 0) timer = setTimeout(wake, PAUSES[Math.min(misses, PAUSES.length) - 1])
}
