import { and, count, eq, gte, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { channel, decision, delivery, post, thread, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import type { Card, OwnTime } from './card.rules.ts'

type PostRow = typeof post.$inferSelect

/** Published posts older than this are left to the calendar and the archive, ms. */
const RECENT_MS = 30 * 86_400_000
const HOUR_MS = 3_600_000

/** From which send time on published posts are on the board (epoch ms); moves on once an hour. */
export const boardSince = (now: number): number => Math.floor((now - RECENT_MS) / HOUR_MS) * HOUR_MS

/** The cards of the kanban: everything not archived in the teams the reader sees, published ones of 30 days. */
export async function readBoard(ctx: Ctx): Promise<Card[]> {
  const teams = teamsWith(ctx.grants, 'post:read')
  const rows = await ctx.store.read
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        isNull(post.archivedAt),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
        or(ne(post.stage, 'published'), gte(post.sendAt, boardSince(ctx.now()))),
      ),
    )
    .orderBy(post.rank, post.id)
  return cardsOf(ctx.store.read, ctx.workspaceId, rows)
}

/** Completes post rows to cards with five grouped queries, whatever their number. */
export async function cardsOf(db: Db, workspaceId: string, rows: PostRow[]): Promise<Card[]> {
  if (!rows.length) return []
  const ids = rows.length <= 500 ? rows.map((row) => row.id) : undefined
  const [variants, owns, threads, decisions, troubles] = [
    await db
      .select({
        id: variant.id,
        postId: variant.postId,
        channelId: variant.channelId,
        hash: variant.versionHash,
        submittedAt: variant.submittedAt,
      })
      .from(variant)
      .innerJoin(channel, eq(channel.id, variant.channelId))
      .where(
        and(
          eq(variant.workspaceId, workspaceId),
          isNull(variant.removedAt),
          ids ? inArray(variant.postId, ids) : undefined,
        ),
      ),
    await readOwnTimes(db, workspaceId, ids),
    await db
      .select({ postId: thread.postId, open: count() })
      .from(thread)
      .where(
        and(
          eq(thread.workspaceId, workspaceId),
          isNull(thread.resolvedAt),
          ids ? inArray(thread.postId, ids) : isNotNull(thread.postId),
        ),
      )
      .groupBy(thread.postId),
    await db
      .select({ variantId: decision.variantId, hash: decision.versionHash, kind: decision.kind })
      .from(decision)
      .where(and(eq(decision.workspaceId, workspaceId), ids ? inArray(decision.postId, ids) : undefined)),
    await db
      .select({ postId: delivery.postId, state: delivery.state })
      .from(delivery)
      .where(
        and(
          eq(delivery.workspaceId, workspaceId),
          inArray(delivery.state, ['failed', 'held', 'expired', 'ambiguous']),
          ids ? inArray(delivery.postId, ids) : undefined,
        ),
      ),
  ]
  const byPost = Map.groupBy(variants, (row) => row.postId)
  const openThreads = new Map(threads.map((row) => [row.postId, row.open]))
  const approved = new Set(
    decisions.filter((row) => row.kind === 'approve').map((row) => `${row.variantId} ${row.hash}`),
  )
  const trouble = new Map(troubles.map((row) => [row.postId, row.state as Card['trouble']]))
  return rows.map((row) => {
    const own = byPost.get(row.id) ?? []
    const submitted = own.filter((one) => one.submittedAt !== null)
    return {
      id: row.id,
      teamId: row.teamId,
      campaignId: row.campaignId,
      title: row.title,
      labels: row.labels,
      assigneeId: row.assigneeId,
      stage: row.stage,
      workingId: row.workingId,
      rank: row.rank,
      sendLocal: row.sendLocal,
      sendZone: row.sendZone,
      sendAt: row.sendAt,
      channelIds: own.map((one) => one.channelId),
      dueAt: row.dueAt,
      seriesId: row.seriesId,
      checksDone: row.checksDone,
      checksTotal: row.checksTotal,
      attachments: row.attachments,
      own: owns.get(row.id) ?? null,
      cover: row.media[0]?.assetId ?? null,
      openThreads: openThreads.get(row.id) ?? 0,
      approval: submitted.length
        ? {
            decided: submitted.filter((one) => approved.has(`${one.id} ${one.hash}`)).length,
            needed: submitted.length,
          }
        : null,
      trouble: trouble.get(row.id) ?? null,
      updatedAt: row.updatedAt,
    }
  })
}

/** The own send times of variants, by post, the earliest first; of some posts, or of the whole workspace. */
async function readOwnTimes(
  db: Db,
  workspaceId: string,
  ids: readonly string[] | undefined,
): Promise<Map<string, OwnTime[]>> {
  const rows = await db
    .select({
      postId: variant.postId,
      channelId: variant.channelId,
      sendLocal: variant.sendLocal,
      sendZone: variant.sendZone,
      sendAt: variant.sendAt,
      stage: variant.stage,
    })
    .from(variant)
    .where(
      and(
        eq(variant.workspaceId, workspaceId),
        isNotNull(variant.sendAt),
        isNull(variant.removedAt),
        ids ? inArray(variant.postId, [...ids]) : undefined,
      ),
    )
    .orderBy(variant.sendAt, variant.id)
  const byPost = new Map<string, OwnTime[]>()
  for (const row of rows) {
    const { channelId, sendLocal, sendZone, sendAt, stage } = row
    if (sendLocal === null || sendZone === null || sendAt === null) continue
    const list = byPost.get(row.postId) ?? []
    list.push({ channelId, sendLocal, sendZone, sendAt, stage })
    byPost.set(row.postId, list)
  }
  return byPost
}
