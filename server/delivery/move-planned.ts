import type { Tx } from '../core/transact.ts'
import { loadWithVariants } from '../post/post-with-variants.ts'
import { type DeliveryRow, isPartlySent } from './after-change.ts'
import { liveDeliveries } from './live.ts'
import { planSlot } from './plan-slot.ts'

/** What of a post goes along when it gets another time: planned, or missed and waiting for somebody; by variant. */
export async function movable(tx: Tx, postId: string): Promise<Map<string, DeliveryRow>> {
  const rows = new Map<string, DeliveryRow>()
  const live = await liveDeliveries(tx, postId)
  if (!live.size) return rows
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  for (const { row: own } of loaded?.variants ?? []) {
    const row = live.get(own.id)
    if (!row || own.sendAt !== null || row.state === 'sent' || row.state === 'ambiguous') continue
    if (!isPartlySent(row)) rows.set(own.id, row)
  }
  return rows
}

/**
 * Moves what a post has to send to another instant (epoch ms), except variants with a send time of their own: what is
 * planned, and what missed its slot and waits for somebody. Refuses with delivery.inProgress while one is being sent.
 */
export async function movePlanned(tx: Tx, postId: string, at: number): Promise<void> {
  const rows = await movable(tx, postId)
  if (!rows.size) return
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  for (const one of loaded?.variants ?? []) {
    const row = rows.get(one.row.id)
    if (!row) continue
    await planSlot(tx, row, {
      postId,
      variantId: one.row.id,
      channelId: one.channel.id,
      versionHash: one.hash,
      at,
    })
  }
}
