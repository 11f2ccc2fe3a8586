import { z } from 'zod'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { withdraw } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import { postToChange } from '../post/post-with-variants.ts'
import { cardPatchOf, type DeliveryRow, isPartlySent, setDelivery, toReaders } from './after-change.ts'
import { liveDeliveries } from './live.ts'
import { sendDelivery } from './send-delivery.job.ts'
import { unplanVariants } from './unplan-variant.ts'

/**
 * Takes a post off its slots: nothing of it is sent until it is scheduled again. What went out stays out. Problems:
 * delivery.inProgress, delivery.resolveFirst, delivery.partlySent, delivery.nothingPlanned.
 */
export const unschedulePost = verb({
  name: 'post.unschedule',
  permission: 'post:schedule',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, id, 'post:schedule')
      const dropped = await cancelPlanned(tx, id)
      const back = loaded.variants.map((one) => one.row).filter((row) => row.stage === 'scheduled')
      const ids = new Set([...dropped, ...back.map((row) => row.id)])
      if (!ids.size) throw new Problem('delivery.nothingPlanned', { status: 409 })
      await unplanVariants(tx, loaded, ids)
      const set = await cardPatchOf(tx, loaded.row)
      emit(tx, 'post.unscheduled', { id, title: loaded.row.title, set }, toReaders(loaded.row))
      return { id }
    })
  },
})

/** Ends everything of a post that is not out: planned, missed or failed. Gives the variants it was about. */
export async function cancelPlanned(tx: Tx, postId: string): Promise<Set<string>> {
  const live = await liveDeliveries(tx, postId)
  const rows = [...live.values()].filter((row) => row.state !== 'sent')
  for (const row of rows) refuseUnlessIdle(row)
  for (const row of rows) {
    await withdraw(tx, sendDelivery, row.id)
    await setDelivery(tx, row.id, { state: 'cancelled', reason: row.reason ?? 'delivery.cancelled' })
  }
  return new Set(rows.map((row) => row.variantId))
}

/** What is being sent, or may be out, or is half out, cannot simply be taken back. */
export function refuseUnlessIdle(row: DeliveryRow): void {
  if (row.state === 'sending' || row.state === 'preparing')
    throw new Problem('delivery.inProgress', { status: 409 })
  if (row.state === 'ambiguous') throw new Problem('delivery.resolveFirst', { status: 409 })
  if (isPartlySent(row)) throw new Problem('delivery.partlySent', { status: 409 })
}
