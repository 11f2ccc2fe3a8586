import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { channel, post, variant } from '#db/schema.ts'
import { type Flow, readFlow } from '../approval/flow.rules.ts'
import { permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may, type Permission } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { type Content, contentHash, type Options, resolveContent } from '../version/content.rules.ts'
import { cardsOf } from './card.reads.ts'
import type { CardPatch } from './card.rules.ts'
import { stageOfPost } from './stage.rules.ts'

export type PostRow = typeof post.$inferSelect
export type VariantRow = typeof variant.$inferSelect

export interface LoadedVariant {
  row: VariantRow
  channel: { id: string; teamId: string; name: string; network: string; zone: string; flow: Flow }
  /** What would go out now, and its name. */
  content: Content
  hash: string
}

/** A post with its variants, as every act on content and approval needs it. */
export interface LoadedPost {
  row: PostRow
  variants: LoadedVariant[]
}

/** Undefined when the workspace has no such post, or it is archived. */
export async function loadWithVariants(
  db: Db,
  workspaceId: string,
  postId: string,
): Promise<LoadedPost | undefined> {
  const [row] = await db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), eq(post.id, postId), isNull(post.archivedAt)))
  if (!row) return
  const rows = await db
    .select({ row: variant, channel })
    .from(variant)
    .innerJoin(channel, eq(channel.id, variant.channelId))
    .where(and(eq(variant.workspaceId, workspaceId), eq(variant.postId, postId), isNull(variant.removedAt)))
    .orderBy(asc(variant.createdAt), asc(variant.id))
  return {
    row,
    variants: rows.map((one) => {
      const { id, teamId, name, network, zone, flow } = one.channel
      const options = one.row.options as Options
      const content = resolveContent(row, { ...one.row, options })
      return {
        row: one.row,
        channel: { id, teamId, name, network, zone, flow: readFlow(flow) },
        content,
        hash: contentHash(content),
      }
    }),
  }
}

/**
 * The post to change, inside the transaction. What is gone, or of a team whose posts the actor may not read, is "not
 * found"; without the permission it is "forbidden"; what has gone out stays as it is.
 */
export async function postToChange(tx: Tx, postId: string, permission: Permission): Promise<LoadedPost> {
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  if (!loaded || !may(tx.ctx.grants, 'post:read', loaded.row.teamId)) throw notFound()
  permit(tx.ctx, permission, loaded.row.teamId)
  if (loaded.row.stage === 'published') throw new Problem('draft.published', { status: 409 })
  return loaded
}

/**
 * Writes the post's stage after its variants changed (the least advanced counts) and gives the patch for its card:
 * everything a change of content, comments or approval can have moved. Talking about a post does not touch it.
 */
export async function settlePost(tx: Tx, postId: string, { touch = true } = {}): Promise<CardPatch> {
  const { workspaceId } = tx.ctx
  const here = and(eq(post.workspaceId, workspaceId), eq(post.id, postId))
  const loaded = await loadWithVariants(tx.db, workspaceId, postId)
  if (!loaded) throw notFound()
  const stage = stageOfPost(
    loaded.row.stage,
    loaded.variants.map((one) => one.row.stage),
  )
  const [row] = touch
    ? await tx.db.update(post).set({ stage, updatedAt: tx.now }).where(here).returning()
    : [loaded.row]
  const [card] = await cardsOf(tx.db, workspaceId, row ? [row] : [])
  if (!card) throw notFound()
  const { approval, channelIds, own, cover, openThreads, updatedAt } = card
  return { stage, approval, channelIds, own, cover, openThreads, updatedAt }
}
