import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { postEdit } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { PostRow } from './load-post.ts'

interface Edit {
  postId: string
  /** Null: the common content. */
  variantId: string | null
  memberId: string
}

/** One row a writer and place, moved along: who wrote here, and when last. */
export async function noteEdit(tx: Tx, edit: Edit, revision: number): Promise<void> {
  const { workspaceId } = tx.ctx
  const { postId, variantId, memberId } = edit
  const moved = await tx.db
    .update(postEdit)
    .set({ revision, at: tx.now })
    .where(
      and(
        eq(postEdit.workspaceId, workspaceId),
        eq(postEdit.postId, postId),
        eq(postEdit.memberId, memberId),
        variantId === null ? isNull(postEdit.variantId) : eq(postEdit.variantId, variantId),
      ),
    )
    .returning({ id: postEdit.id })
  if (!moved.length)
    await tx.db
      .insert(postEdit)
      .values({ id: newId(), workspaceId, postId, variantId, memberId, revision, at: tx.now })
}

/**
 * A variant that says the common words again says what others wrote, perhaps long before its own last approval: they
 * are its writers from now on, or they could approve their own words.
 */
export async function noteInherited(
  tx: Tx,
  { id: postId, createdBy }: Pick<PostRow, 'id' | 'createdBy'>,
  variantId: string,
  revision: number,
): Promise<void> {
  const rows = await tx.db
    .select({ memberId: postEdit.memberId })
    .from(postEdit)
    .where(
      and(
        eq(postEdit.workspaceId, tx.ctx.workspaceId),
        eq(postEdit.postId, postId),
        isNull(postEdit.variantId),
      ),
    )
  const writers = new Set(rows.map((row) => row.memberId))
  if (createdBy) writers.add(createdBy)
  for (const memberId of writers) await noteEdit(tx, { postId, variantId, memberId }, revision)
}
