import type { Tx } from '../core/transact.ts'
import { type LoadedVariant, loadWithVariants } from '../post/post-with-variants.ts'
import { type DeliveryRow, isPartlySent } from './after-change.ts'
import { liveDeliveries } from './live.ts'
import { planSlot } from './plan-slot.ts'

/** Those that go with the post. */
const inherits = (one: LoadedVariant) => one.row.sendAt === null

/**
 * What of a post goes along when it (or `of` it) gets another time: planned, or missed and waiting for somebody; by
 * variant. Without `of` it is about the variants that have no send time of their own.
 */
export async function movable(tx: Tx, postId: string, of = inherits): Promise<Map<string, DeliveryRow>> {
  const rows = new Map<string, DeliveryRow>()
  const live = await liveDeliveries(tx, postId)
  if (!live.size) return rows
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  for (const one of loaded?.variants ?? []) {
    const row = live.get(one.row.id)
    if (!row || !of(one) || row.state === 'sent' || row.state === 'ambiguous') continue
    if (!isPartlySent(row)) rows.set(one.row.id, row)
  }
  return rows
}

/**
 * Moves what a post (or `of` it) has to send to another instant (epoch ms): what is planned, and what missed its slot
 * and waits for somebody. Refuses with delivery.inProgress while one is being sent.
 */
export async function movePlanned(tx: Tx, postId: string, at: number, of = inherits): Promise<void> {
  const rows = await movable(tx, postId, of)
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
