import { and, desc, eq, gte, inArray, lt, sql, sum } from 'drizzle-orm'
import { delivery, post, snapshot } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import type { Asked } from './count.reads.ts'
import type { TopPost } from './figures.rules.ts'
import type { EngagementPart } from './metric.rules.ts'
import { deliveriesOf } from './within.ts'

const SHOWN = 6

/** The posts that gained most engagements in the period, over all their channels; the newest first among equals. */
export async function readTopPosts(
  ctx: Ctx,
  { span, channelIds, campaignId }: Asked,
  parts: readonly EngagementPart[],
): Promise<TopPost[]> {
  if (!parts.length) return []
  const gained = ctx.store.read
    .select({ subjectId: snapshot.subjectId, gain: sum(snapshot.gain).mapWith(Number).as('gained') })
    .from(snapshot)
    .where(
      and(
        eq(snapshot.workspaceId, ctx.workspaceId),
        inArray(snapshot.metric, [...parts]),
        gte(snapshot.at, span.from),
        lt(snapshot.at, span.to),
        inArray(snapshot.channelId, channelIds),
        campaignId ? inArray(snapshot.subjectId, deliveriesOf(ctx, campaignId)) : undefined,
      ),
    )
    .groupBy(snapshot.subjectId)
    .as('gains')
  const value = sql<number>`sum(${gained.gain})`.mapWith(Number)
  const rows = await ctx.store.read
    .select({ id: post.id, title: post.title, teamId: post.teamId, value })
    .from(gained)
    .innerJoin(delivery, eq(delivery.id, gained.subjectId))
    .innerJoin(post, eq(post.id, delivery.postId))
    .where(and(eq(delivery.workspaceId, ctx.workspaceId), eq(post.workspaceId, ctx.workspaceId)))
    .groupBy(post.id, post.title, post.teamId)
    .orderBy(desc(value), desc(post.id))
    .limit(SHOWN * 2)
  const shown = rows
    .filter((row) => row.value > 0 && may(ctx.grants, 'post:read', row.teamId))
    .slice(0, SHOWN)
  if (!shown.length) return []
  const places = await ctx.store.read
    .selectDistinct({ postId: delivery.postId, channelId: delivery.channelId })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, ctx.workspaceId),
        eq(delivery.state, 'sent'),
        inArray(
          delivery.postId,
          shown.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(delivery.channelId)
  return shown.map(({ id, title, value }) => ({
    id,
    title,
    value,
    channelIds: places.filter((place) => place.postId === id).map((place) => place.channelId),
  }))
}
