import { and, eq, ne } from 'drizzle-orm'
import { delivery } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may, type Permission } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { type LoadedPost, loadWithVariants } from '../post/post-with-variants.ts'
import type { DeliveryRow } from './after-change.ts'

/** The live delivery of each variant of a post, by variant: every state but `cancelled`. */
export async function liveDeliveries(tx: Tx, postId: string): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.db
    .select()
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, tx.ctx.workspaceId),
        eq(delivery.postId, postId),
        ne(delivery.state, 'cancelled'),
      ),
    )
  return new Map(rows.map((row) => [row.variantId, row]))
}

/** Whether anything of a post has a slot still, or is going out: its stage does not say, when one channel is behind. */
export async function hasSlot(tx: Tx, postId: string): Promise<boolean> {
  const live = await liveDeliveries(tx, postId)
  return [...live.values()].some(({ state }) => SLOTTED.has(state))
}
/** States of a delivery that has a slot, or is going out. */
export const SLOTTED: ReadonlySet<string> = new Set(['planned', 'preparing', 'sending', 'ambiguous'])

/** One delivery with its post, for a person to act on: not found unless they may read the post, forbidden unless allowed. */
export async function deliveryToChange(
  tx: Tx,
  deliveryId: string,
  permission: Permission,
): Promise<{ row: DeliveryRow; loaded: LoadedPost }> {
  const [row] = await tx.db
    .select()
    .from(delivery)
    .where(and(eq(delivery.workspaceId, tx.ctx.workspaceId), eq(delivery.id, deliveryId)))
  const loaded = row && (await loadWithVariants(tx.db, tx.ctx.workspaceId, row.postId))
  if (!row || !loaded || !may(tx.ctx.grants, 'post:read', loaded.row.teamId)) throw notFound()
  permit(tx.ctx, permission, loaded.row.teamId)
  return { row, loaded }
}
