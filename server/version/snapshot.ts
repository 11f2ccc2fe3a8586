import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { asset, decision, version } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { LoadedVariant } from '../post/post-with-variants.ts'
import type { Content } from './content.rules.ts'

/**
 * Keeps what a variant says now under its hash, with who wrote it. Saying the same again adds nothing but writers, and
 * not even those once somebody has decided on it.
 */
export async function snapshot(tx: Tx, one: LoadedVariant, authorIds: readonly string[]): Promise<void> {
  const { workspaceId } = tx.ctx
  const here = and(
    eq(version.workspaceId, workspaceId),
    eq(version.variantId, one.row.id),
    eq(version.hash, one.hash),
  )
  const [known] = await tx.db.select().from(version).where(here)
  if (!known) {
    await tx.db.insert(version).values({
      id: newId(),
      workspaceId,
      variantId: one.row.id,
      hash: one.hash,
      content: await withFacts(tx, one.content),
      authorIds: [...authorIds],
      createdBy: tx.ctx.memberId,
      createdAt: tx.now,
    })
    return
  }
  const union = [...new Set([...known.authorIds, ...authorIds])]
  if (union.length === known.authorIds.length) return
  const [decided] = await tx.db
    .select({ id: decision.id })
    .from(decision)
    .where(
      and(
        eq(decision.workspaceId, workspaceId),
        eq(decision.variantId, one.row.id),
        eq(decision.versionHash, one.hash),
      ),
    )
    .limit(1)
  if (!decided) await tx.db.update(version).set({ authorIds: union }).where(here)
}

/** The pictures' sizes and types as well, so that a version can be drawn without anything else. */
async function withFacts(tx: Tx, content: Content): Promise<Content> {
  if (!content.media.length) return content
  const ids = content.media.map((item) => item.assetId)
  const rows = await tx.db
    .select()
    .from(asset)
    .where(and(eq(asset.workspaceId, tx.ctx.workspaceId), inArray(asset.id, ids)))
  const facts = new Map(rows.map(({ id, width, height, mime }) => [id, { width, height, mime }]))
  return { ...content, media: content.media.map((item) => ({ ...item, ...facts.get(item.assetId) })) }
}
