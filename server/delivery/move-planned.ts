import { and, eq, inArray, isNull } from 'drizzle-orm'
import { delivery, variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'

/**
 * Moves what is planned of a post to another instant (epoch ms), except variants with a send time of their own.
 * Refuses with delivery.inProgress while one of them is being sent.
 */
export async function movePlanned(tx: Tx, postId: string, at: number): Promise<void> {
  const { workspaceId } = tx.ctx
  const rows = await tx.db
    .select({ id: delivery.id, state: delivery.state })
    .from(delivery)
    .innerJoin(variant, eq(variant.id, delivery.variantId))
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.postId, postId),
        isNull(variant.sendAt),
        inArray(delivery.state, ['planned', 'preparing', 'sending']),
      ),
    )
  if (rows.some((row) => row.state !== 'planned')) throw new Problem('delivery.inProgress', { status: 409 })
  if (rows.length)
    await tx.db
      .update(delivery)
      .set({ dueAt: at, tryAt: at, updatedAt: tx.now })
      .where(
        and(
          eq(delivery.workspaceId, workspaceId),
          inArray(
            delivery.id,
            rows.map((row) => row.id),
          ),
        ),
      )
}
