import { and, asc, desc, eq } from 'drizzle-orm'
import { event, post, variant, version } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { mayHear } from '../event/audience.rules.ts'
import { notFound } from '../platform/problem.ts'
import type { Content } from '../version/content.rules.ts'
import { type HistoryLine, historyOf } from './history.rules.ts'

export interface KeptVersion {
  variantId: string
  channelId: string
  hash: string
  text: string
  media: { assetId: string; alt: string }[]
  memberId: string | null
  at: number
}

/** Longer histories show their newest part. */
const MOST = 500

/** What happened to a post, newest first, as far as the reader may know, and the versions its channels had. */
export async function readHistory(
  ctx: Ctx,
  postId: string,
): Promise<{ lines: HistoryLine[]; versions: KeptVersion[] }> {
  const db = ctx.store.read
  const [row] = await db
    .select({ teamId: post.teamId, createdBy: post.createdBy, createdAt: post.createdAt })
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, postId)))
  if (!row) throw notFound()
  permit(ctx, 'post:read', row.teamId)
  const events = await db
    .select()
    .from(event)
    .where(and(eq(event.workspaceId, ctx.workspaceId), eq(event.subjectId, postId)))
    .orderBy(desc(event.n))
    .limit(MOST)
  const heard = events.filter((one) => mayHear(one.audience, ctx.memberId, ctx.grants))
  const kept = await db
    .select({ version, channelId: variant.channelId })
    .from(version)
    .innerJoin(variant, eq(variant.id, version.variantId))
    .where(and(eq(version.workspaceId, ctx.workspaceId), eq(variant.postId, postId)))
    .orderBy(asc(version.createdAt))
  return {
    lines: historyOf([...begun(row, heard), ...heard.reverse()]),
    versions: kept.map(({ version: one, channelId }) => {
      const { text, media } = one.content as Content
      return {
        variantId: one.variantId,
        channelId,
        hash: one.hash,
        text,
        media: media.map(({ assetId, alt }) => ({ assetId, alt })),
        memberId: one.createdBy,
        at: one.createdAt,
      }
    }),
  }
}

/** A post that came with many others (an import) has no event of its own for its beginning. */
function begun(row: { createdBy: string | null; createdAt: number }, heard: readonly { type: string }[]) {
  if (heard.length >= MOST || heard.some(({ type }) => type === 'post.created')) return []
  return [{ n: 0, at: row.createdAt, type: 'post.created', memberId: row.createdBy, data: {} }]
}
