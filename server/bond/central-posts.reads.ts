import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { bond, type campaign, channel, post, postEdit, variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { type Central, centralOf } from './bond.rules.ts'

/** An HQ post as it is given to regions. */
export interface Parent {
  row: typeof post.$inferSelect
  central: Central
  networks: Set<string>
  /** Everybody who wrote it. */
  authors: string[]
}

/** HQ's posts of the campaign, in the order of the board. */
export async function parentsOf(tx: Tx, { id, teamId }: typeof campaign.$inferSelect): Promise<Parent[]> {
  const { workspaceId } = tx.ctx
  const rows = await tx.db
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        eq(post.campaignId, id),
        eq(post.teamId, teamId),
        isNull(post.archivedAt),
      ),
    )
    .orderBy(asc(post.rank), asc(post.id))
  const inCampaign = and(eq(post.campaignId, id), eq(post.teamId, teamId))
  const variants = await tx.db
    .select({
      ...{ postId: variant.postId, network: channel.network, text: variant.text, media: variant.media },
      ...{ sendLocal: variant.sendLocal, sendZone: variant.sendZone },
    })
    .from(variant)
    .innerJoin(channel, eq(channel.id, variant.channelId))
    .innerJoin(post, eq(post.id, variant.postId))
    .where(and(eq(variant.workspaceId, workspaceId), isNull(variant.removedAt), inCampaign))
    .orderBy(asc(variant.createdAt), asc(variant.id))
  const edits = await tx.db
    .selectDistinct({ postId: postEdit.postId, memberId: postEdit.memberId })
    .from(postEdit)
    .innerJoin(post, eq(post.id, postEdit.postId))
    .where(and(eq(postEdit.workspaceId, workspaceId), inCampaign))
  const words = Map.groupBy(variants, (one) => one.postId)
  const writers = Map.groupBy(edits, (one) => one.postId)
  return rows.map((row) => {
    const own = words.get(row.id) ?? []
    const authors = new Set((writers.get(row.id) ?? []).map(({ memberId }) => memberId))
    if (row.createdBy) authors.add(row.createdBy)
    return {
      row,
      central: centralOf(row, own),
      networks: new Set(own.map(({ network }) => network)),
      authors: [...authors],
    }
  })
}

/** Everybody who wrote a post: its maker, and who edited it. */
export async function authorsOf(tx: Tx, row: Pick<typeof post.$inferSelect, 'id' | 'createdBy'>) {
  const edits = await tx.db
    .selectDistinct({ memberId: postEdit.memberId })
    .from(postEdit)
    .where(and(eq(postEdit.workspaceId, tx.ctx.workspaceId), eq(postEdit.postId, row.id)))
  const authors = new Set(edits.map(({ memberId }) => memberId))
  if (row.createdBy) authors.add(row.createdBy)
  return [...authors]
}

/** Which HQ post has come to which region: `<post> <team>`. */
export async function knownBonds(tx: Tx, campaignId: string): Promise<Set<string>> {
  const rows = await tx.db
    .select({ parentId: bond.parentId, teamId: bond.teamId })
    .from(bond)
    .innerJoin(post, eq(post.id, bond.parentId))
    .where(and(eq(bond.workspaceId, tx.ctx.workspaceId), eq(post.campaignId, campaignId)))
  return new Set(rows.map((row) => `${row.parentId} ${row.teamId}`))
}

/** The regions' channels, the oldest first. */
export const channelsOf = (tx: Tx, regions: readonly { id: string }[]) =>
  tx.db
    .select({ id: channel.id, teamId: channel.teamId, network: channel.network })
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, tx.ctx.workspaceId),
        inArray(
          channel.teamId,
          regions.map(({ id }) => id),
        ),
        isNull(channel.removedAt),
      ),
    )
    .orderBy(asc(channel.createdAt), asc(channel.id))
