import { and, eq, inArray, isNull } from 'drizzle-orm'
import { delivery, post, variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { CardPatch } from '../post/card.rules.ts'
import { settlePost } from '../post/post-with-variants.ts'
import { DELIVERY_FACTS, type DeliveryFact, type Stage } from '../post/stage.rules.ts'

export type DeliveryRow = typeof delivery.$inferSelect

/** Settles the post after its deliveries changed and gives the patch for its card: stage and trouble. */
export async function cardPatchOf(tx: Tx, row: typeof post.$inferSelect): Promise<CardPatch> {
  const [now] = await tx.db
    .select({ archivedAt: post.archivedAt })
    .from(post)
    .where(and(eq(post.workspaceId, row.workspaceId), eq(post.id, row.id)))
  // Off the board while it was being sent: no card is left to patch.
  if (!now || now.archivedAt !== null) return {}
  const troubles = await tx.db
    .select({ state: delivery.state })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, row.workspaceId),
        eq(delivery.postId, row.id),
        inArray(delivery.state, [...DELIVERY_FACTS]),
      ),
    )
  const states = new Set(troubles.map(({ state }) => state as DeliveryFact))
  return {
    ...(await settlePost(tx, row.id)),
    trouble: DELIVERY_FACTS.find((fact) => states.has(fact)) ?? null,
  }
}

/** Writes a delivery's new state; the caller has checked that it may get there. */
export async function setDelivery(tx: Tx, id: string, set: Partial<DeliveryRow>): Promise<void> {
  await tx.db
    .update(delivery)
    .set({ ...set, updatedAt: tx.now })
    .where(and(eq(delivery.workspaceId, tx.ctx.workspaceId), eq(delivery.id, id)))
}

export async function setVariantStage(tx: Tx, variantId: string, stage: Stage): Promise<void> {
  await tx.db
    .update(variant)
    .set({ stage })
    .where(
      and(eq(variant.workspaceId, tx.ctx.workspaceId), eq(variant.id, variantId), isNull(variant.removedAt)),
    )
}

export const toReaders = (row: { id: string; teamId: string }) => ({
  subjectId: row.id,
  audience: { permission: 'post:read' as const, teamId: row.teamId },
})

/** Whether part of it is out already: it can only be gone on with, never begun anew. */
export const isPartlySent = (row: Pick<DeliveryRow, 'remote'>): boolean =>
  Array.isArray(row.remote) && row.remote.length > 0
