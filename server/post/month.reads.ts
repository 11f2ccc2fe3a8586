import { and, eq, getTableColumns, gte, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { post, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { addDays } from '../time/calendar.rules.ts'
import { cardsOf } from './card.reads.ts'
import type { Card } from './card.rules.ts'

/** The furthest that any zone's day lies from UTC's, ms (UTC+14, with a little to spare). */
const FURTHEST_ZONE_MS = 15 * 3_600_000

type Times = Pick<typeof post | typeof variant, 'sendAt' | 'sendLocal'>

/**
 * The cards of a run of days, `from` to `to` both included (`YYYY-MM-DD`). A post stands on the day that its own zone
 * has at its send time, and a variant with a time of its own on the day of that: so none is missing because of its hour
 * or zone.
 */
export async function readDays(ctx: Ctx, from: string, to: string): Promise<Card[]> {
  const { workspaceId } = ctx
  const db = ctx.store.read
  const teams = teamsWith(ctx.grants, 'post:read')
  // The indexes are by instant; the day itself decides.
  const within = ({ sendAt, sendLocal }: Times) => [
    gte(sendAt, Date.parse(`${from}T00:00Z`) - FURTHEST_ZONE_MS),
    lt(sendAt, Date.parse(`${addDays(to, 1)}T00:00Z`) + FURTHEST_ZONE_MS),
    gte(sendLocal, from),
    lt(sendLocal, addDays(to, 1)),
  ]
  const seen = and(
    eq(post.workspaceId, workspaceId),
    isNull(post.archivedAt),
    teams === 'all' ? undefined : inArray(post.teamId, teams),
  )
  // Each half by its own index: joined by `or`, the engine would look at every post of the workspace.
  const found = await db
    .select()
    .from(post)
    .where(and(seen, ...within(post)))
    .unionAll(
      db
        .select(getTableColumns(post))
        .from(variant)
        .innerJoin(post, eq(post.id, variant.postId))
        .where(
          and(
            eq(variant.workspaceId, workspaceId),
            isNotNull(variant.sendAt),
            ...within(variant),
            isNull(variant.removedAt),
            seen,
          ),
        ),
    )
  const rows = [...new Map(found.map((row) => [row.id, row])).values()]
  return cardsOf(db, workspaceId, rows)
}

/** How many posts without a time the calendar lays ready: what one can look through. */
const READY = 200

/** The cards of posts that have no send time yet and may get one, in the order of the board. */
export async function readUnplanned(ctx: Ctx): Promise<Card[]> {
  const teams = teamsWith(ctx.grants, 'post:read')
  const rows = await ctx.store.read
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        isNull(post.archivedAt),
        isNull(post.sendAt),
        ne(post.stage, 'published'),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
      ),
    )
    .orderBy(post.rank, post.id)
    .limit(READY)
  return cardsOf(ctx.store.read, ctx.workspaceId, rows)
}
