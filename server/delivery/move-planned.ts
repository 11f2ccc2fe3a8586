import type { Tx } from '../core/transact.ts'
import { loadWithVariants } from '../post/post-with-variants.ts'
import { isPartlySent } from './after-change.ts'
import { liveDeliveries } from './live.ts'
import { planSlot } from './plan-slot.ts'

/**
 * Moves what a post has to send to another instant (epoch ms), except variants with a send time of their own: what is
 * planned, and what missed its slot and waits for somebody. Refuses with delivery.inProgress while one is being sent.
 */
export async function movePlanned(tx: Tx, postId: string, at: number): Promise<void> {
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  const live = await liveDeliveries(tx, postId)
  for (const one of loaded?.variants ?? []) {
    const row = live.get(one.row.id)
    if (!row || one.row.sendAt !== null || row.state === 'sent' || row.state === 'ambiguous') continue
    if (isPartlySent(row)) continue
    await planSlot(tx, row, {
      postId,
      variantId: one.row.id,
      channelId: one.channel.id,
      versionHash: one.hash,
      at,
    })
  }
}
