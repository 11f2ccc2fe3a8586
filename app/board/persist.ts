import { isActProblem } from '../live/act.ts'
import { inOrder } from '../live/in-order.ts'

/** Pauses between attempts while the server cannot be reached, ms; the last one repeats. */
const PAUSES = [400, 1000, 2000, 5000]
/** After this long without the server a change is given back, ms. */
const GIVE_UP = 120_000

/**
 * Sends what was done to one thing in the order in which it was done, and again while the server cannot be reached:
 * only for acts that may be repeated, and are no matter of the outbox.
 */
export const persist = <T>(id: string, send: () => Promise<T>): Promise<T> =>
  inOrder([id], () => insist(send))

async function insist<T>(send: () => Promise<T>): Promise<T> {
  const end = Date.now() + GIVE_UP
  for (let attempt = 0; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (!isActProblem(error) || error.code !== 'request.unreachable' || Date.now() > end) throw error
      await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0)
    }
  }
}

/** Waits, or until the device is online again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    window.addEventListener('online', done)
  })
}
