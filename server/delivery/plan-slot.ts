import { newId } from '#db/id.ts'
import { delivery } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { enqueue, withdraw } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import { type DeliveryRow, isPartlySent, setDelivery } from './after-change.ts'
import { sendDelivery } from './send-delivery.job.ts'

/** Sees to it that a delivery is looked at when it is due, whatever was planned for it before. */
export async function wakeAt(tx: Tx, deliveryId: string, runAt: number): Promise<void> {
  await withdraw(tx, sendDelivery, deliveryId)
  await enqueue(tx, sendDelivery, { deliveryId }, { runAt, key: deliveryId })
}

/**
 * Gives a variant its one live slot: moves the planned one, or ends an unsent one (its reason stays in the ledger) and
 * plans anew. Problems: delivery.inProgress, delivery.resolveFirst, delivery.partlySent.
 */
export async function planSlot(
  tx: Tx,
  live: DeliveryRow | undefined,
  slot: { postId: string; variantId: string; channelId: string; versionHash: string; at: number },
): Promise<string> {
  const { at, ...rest } = slot
  // A slot that has passed is due now; confirmed is confirmed.
  const dueAt = Math.max(at, tx.now)
  if (live?.state === 'sending' || live?.state === 'preparing')
    throw new Problem('delivery.inProgress', { status: 409 })
  if (live?.state === 'ambiguous') throw new Problem('delivery.resolveFirst', { status: 409 })
  if (live && isPartlySent(live)) throw new Problem('delivery.partlySent', { status: 409 })
  if (live?.state === 'planned') {
    const again = { dueAt, tryAt: dueAt, failures: 0, reason: null, detail: null }
    await setDelivery(tx, live.id, { ...again, versionHash: slot.versionHash })
    await wakeAt(tx, live.id, dueAt)
    return live.id
  }
  if (live) await setDelivery(tx, live.id, { state: 'cancelled' })
  const id = newId()
  await tx.db.insert(delivery).values({
    ...rest,
    id,
    workspaceId: tx.ctx.workspaceId,
    dueAt,
    tryAt: dueAt,
    state: 'planned',
    createdBy: tx.ctx.memberId,
    createdAt: tx.now,
    updatedAt: tx.now,
  })
  await wakeAt(tx, id, dueAt)
  return id
}
