import type { Wanted } from '../live/outbox/entry.rules.ts'
import { outbox, wasDone } from '../live/outbox/outbox-store.ts'
import { whenLive } from '../shell/connection.ts'
import type { CardStore, Pending } from './card-store.ts'

/** How long what was done is shown without the log's saying so, though it is heard, ms. */
const SETTLE_MS = 3000

/** Lays what waits in the outbox over the cards of a page, until it is done or let go. Returns the way to end. */
export function showWaiting(cards: CardStore): () => void {
  const laid = new Map<string, { shows: Wanted['shows']; pending: Pending[] }>()
  function lay(): void {
    const now = new Map(
      outbox.getState().entries.flatMap((one) => (one.state === 'refused' ? [] : [[one.id, one]])),
    )
    const before = new Map(laid)
    for (const [id, { verb, shows, made }] of now) {
      if (before.get(id)?.shows === shows) {
        before.delete(id)
        continue
      }
      const pending = Object.entries(shows).map(([postId, patch]) =>
        cards.begin(postId, patch, verb === 'post.archive'),
      )
      if (made) pending.push(cards.add({ ...made }))
      laid.set(id, { shows, pending })
    }
    for (const [id, { pending }] of before) {
      if (!now.has(id)) laid.delete(id)
      end(pending, !now.has(id) && wasDone(id))
    }
  }
  lay()
  const stop = outbox.subscribe(lay)
  return () => {
    stop()
    for (const { pending } of laid.values()) end(pending, false)
    laid.clear()
  }
}

function end(pending: readonly Pending[], done: boolean): void {
  for (const one of pending) {
    if (!done) {
      one.fail()
      continue
    }
    one.done()
    // Its event may have come before its answer, and somebody else's after it: the log is right, once it is heard again.
    whenLive(() => setTimeout(one.fail, SETTLE_MS))
  }
}
