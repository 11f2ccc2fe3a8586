import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { post, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { cardsOf } from './card.reads.ts'
import type { Card } from './card.rules.ts'

/** How many posts of a channel its grid shows: what one scrolls through to judge it. */
const TILES = 90

/** The cards of what goes or went out on a channel, the last first. */
export async function readChannelFeed(ctx: Ctx, channelId: string): Promise<Card[]> {
  const { workspaceId } = ctx
  const db = ctx.store.read
  const teams = teamsWith(ctx.grants, 'post:read')
  const at = sql<number>`coalesce(${variant.sendAt}, ${post.sendAt})`
  const rows = await db
    .select({ row: post })
    .from(variant)
    .innerJoin(post, eq(post.id, variant.postId))
    .where(
      and(
        eq(variant.workspaceId, workspaceId),
        eq(variant.channelId, channelId),
        isNull(variant.removedAt),
        eq(post.workspaceId, workspaceId),
        isNull(post.archivedAt),
        isNotNull(at),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
      ),
    )
    .orderBy(desc(at), desc(post.id))
    .limit(TILES)
  return cardsOf(
    db,
    workspaceId,
    rows.map(({ row }) => row),
  )
}
