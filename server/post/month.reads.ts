import { and, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { addDays } from '../time/calendar.rules.ts'
import { cardsOf } from './card.reads.ts'
import type { Card } from './card.rules.ts'

/** The furthest that any zone's day lies from UTC's, ms (UTC+14, with a little to spare). */
const FURTHEST_ZONE_MS = 15 * 3_600_000

/**
 * The cards of a run of days, `from` to `to` both included (`YYYY-MM-DD`). A post stands on the day that its own zone
 * has at its send time: every post has exactly one such day, so none is missing because of its hour or zone.
 */
export async function readDays(ctx: Ctx, from: string, to: string): Promise<Card[]> {
  const teams = teamsWith(ctx.grants, 'post:read')
  const rows = await ctx.store.read
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        // The index is by instant; the day itself decides.
        gte(post.sendAt, Date.parse(`${from}T00:00Z`) - FURTHEST_ZONE_MS),
        lt(post.sendAt, Date.parse(`${addDays(to, 1)}T00:00Z`) + FURTHEST_ZONE_MS),
        gte(post.sendLocal, from),
        lt(post.sendLocal, addDays(to, 1)),
        isNull(post.archivedAt),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
      ),
    )
    .orderBy(post.sendAt, post.id)
  return cardsOf(ctx.store.read, ctx.workspaceId, rows)
}
