import { and, eq, isNull, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { postEdit, version } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { type Content, content, contentHash } from './content.rules.ts'

/**
 * Keeps a content as an immutable version of a variant and gives its hash; the same content again is the same version.
 * What is reviewed, approved and sent is always such a version.
 */
export async function takeVersion(
  tx: Tx,
  { postId, variantId }: { postId: string; variantId: string },
  content: Content,
): Promise<string> {
  const hash = contentHash(content)
  const { workspaceId } = tx.ctx
  const edits = await tx.db
    .selectDistinct({ memberId: postEdit.memberId })
    .from(postEdit)
    .where(
      and(
        eq(postEdit.workspaceId, workspaceId),
        eq(postEdit.postId, postId),
        or(isNull(postEdit.variantId), eq(postEdit.variantId, variantId)),
      ),
    )
  await tx.db
    .insert(version)
    .values({
      id: newId(),
      workspaceId,
      variantId,
      hash,
      content,
      authorIds: edits.map((row) => row.memberId),
      createdBy: tx.ctx.memberId,
      createdAt: tx.now,
    })
    .onConflictDoNothing()
  return hash
}

/** A version as it was kept, or null when there is none of this hash. */
export async function readVersion(
  db: Db,
  workspaceId: string,
  variantId: string,
  hash: string,
): Promise<{ content: Content; authorIds: string[] } | null> {
  const [row] = await db
    .select({ content: version.content, authorIds: version.authorIds })
    .from(version)
    .where(
      and(eq(version.workspaceId, workspaceId), eq(version.variantId, variantId), eq(version.hash, hash)),
    )
  return row ? { content: content.parse(row.content), authorIds: row.authorIds } : null
}
