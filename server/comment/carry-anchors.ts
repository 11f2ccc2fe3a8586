import { and, eq, isNotNull } from 'drizzle-orm'
import { thread } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { type Anchored, reanchor } from './anchor.rules.ts'

/** Where a thread hangs: a range of the common text (`variantId` null) or of a variant's own. */
export interface StoredAnchor extends Anchored {
  variantId: string | null
}

/** Moves the anchors of a text with an edit of it, in the edit's transaction. */
export async function carryAnchors(
  tx: Tx,
  where: { postId: string; variantId: string | null },
  before: string,
  after: string,
): Promise<void> {
  if (before === after) return
  const rows = await tx.db
    .select({ id: thread.id, anchor: thread.anchor })
    .from(thread)
    .where(
      and(
        eq(thread.workspaceId, tx.ctx.workspaceId),
        eq(thread.postId, where.postId),
        isNotNull(thread.anchor),
      ),
    )
  const hung = rows
    .map((row) => ({ id: row.id, anchor: row.anchor as StoredAnchor | null }))
    .filter((row) => row.anchor !== null && row.anchor.variantId === where.variantId)
  const moved = reanchor(
    hung.map((row) => row.anchor as StoredAnchor),
    before,
    after,
  )
  for (const [index, row] of hung.entries()) {
    const next = moved[index]
    const old = row.anchor
    if (!next || !old || (next.start === old.start && next.end === old.end && next.gone === old.gone))
      continue
    await tx.db
      .update(thread)
      .set({ anchor: { ...next, variantId: where.variantId } })
      .where(and(eq(thread.workspaceId, tx.ctx.workspaceId), eq(thread.id, row.id)))
  }
}
