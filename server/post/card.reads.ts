import { and, count, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { bond, channel, decision, delivery, post, thread, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import type { Card, OwnTime } from './card.rules.ts'
import { byRank } from './rank.rules.ts'
import { STAGES } from './stage.rules.ts'

type PostRow = typeof post.$inferSelect

/** Published posts older than this are left to the calendar and the archive, ms. */
const RECENT_MS = 30 * 86_400_000
const HOUR_MS = 3_600_000

/** From which send time on published posts are on the board (epoch ms); moves on once an hour. */
export const boardSince = (now: number): number => Math.floor((now - RECENT_MS) / HOUR_MS) * HOUR_MS

/** The stages that are on the board whenever their posts go out. */
const AHEAD = STAGES.filter((stage) => stage !== 'published')

/** The cards of the kanban: everything not archived in the teams the reader sees, published ones of 30 days. */
export async function readBoard(ctx: Ctx): Promise<Card[]> {
  const db = ctx.store.read
  const teams = teamsWith(ctx.grants, 'post:read')
  const seen = and(
    eq(post.workspaceId, ctx.workspaceId),
    isNull(post.archivedAt),
    teams === 'all' ? undefined : inArray(post.teamId, teams),
  )
  // Each half by its own index: joined by `or`, or in order, the engine would look at what was published years ago.
  const rows = await db
    .select()
    .from(post)
    .where(and(seen, inArray(post.stage, AHEAD)))
    .unionAll(
      db
        .select()
        .from(post)
        .where(and(seen, eq(post.stage, 'published'), gte(post.sendAt, boardSince(ctx.now())))),
    )
  return cardsOf(db, ctx.workspaceId, rows.sort(byRank))
}

/** Posts that are completed at once: as many as one statement may name on any engine, with room to spare. */
const AT_ONCE = 1_000

/**
 * Completes post rows to cards, with six grouped queries for each thousand of them. They name the posts: what else is
 * in the workspace costs nothing.
 */
export async function cardsOf(db: Db, workspaceId: string, rows: readonly PostRow[]): Promise<Card[]> {
  const cards: Card[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE)
    cards.push(...(await completed(db, workspaceId, rows.slice(at, at + AT_ONCE))))
  return cards
}

async function completed(db: Db, workspaceId: string, rows: readonly PostRow[]): Promise<Card[]> {
  const ids = rows.map((row) => row.id)
  const [variants, owns, threads, decisions, troubles, bonds] = [
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
        and(eq(variant.workspaceId, workspaceId), isNull(variant.removedAt), inArray(variant.postId, ids)),
      ),
    await readOwnTimes(db, workspaceId, ids),
    await db
      .select({ postId: thread.postId, open: count() })
      .from(thread)
      .where(and(eq(thread.workspaceId, workspaceId), isNull(thread.resolvedAt), inArray(thread.postId, ids)))
      .groupBy(thread.postId),
    await db
      .select({ variantId: decision.variantId, hash: decision.versionHash, kind: decision.kind })
      .from(decision)
      .where(and(eq(decision.workspaceId, workspaceId), inArray(decision.postId, ids))),
    await db
      .select({ postId: delivery.postId, state: delivery.state })
      .from(delivery)
      .where(
        and(
          eq(delivery.workspaceId, workspaceId),
          inArray(delivery.state, ['failed', 'held', 'expired', 'ambiguous']),
          inArray(delivery.postId, ids),
        ),
      ),
    await db
      .select({ postId: bond.childId, locked: bond.locked })
      .from(bond)
      .where(and(eq(bond.workspaceId, workspaceId), inArray(bond.childId, ids))),
  ]
  const byPost = Map.groupBy(variants, (row) => row.postId)
  const openThreads = new Map(threads.map((row) => [row.postId, row.open]))
  const approved = new Set(
    decisions.filter((row) => row.kind === 'approve').map((row) => `${row.variantId} ${row.hash}`),
  )
  const trouble = new Map(troubles.map((row) => [row.postId, row.state as Card['trouble']]))
  const timeLocked = new Map(bonds.map(({ postId, locked }) => [postId, locked.includes('time')]))
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
      timeLocked: timeLocked.get(row.id) ?? null,
      updatedAt: row.updatedAt,
    }
  })
}

/** The own send times of variants, by post, the earliest first. */
async function readOwnTimes(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
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
        inArray(variant.postId, [...ids]),
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
