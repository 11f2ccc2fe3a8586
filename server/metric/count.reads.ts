import { and, count, eq, inArray, sum } from 'drizzle-orm'
import { delivery, message, snapshot } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Measure } from './figures.rules.ts'
import type { EngagementPart } from './metric.rules.ts'
import type { Span } from './span.rules.ts'
import { conversationsOf, dayNumber, deliveriesOf, within } from './within.ts'

/** So much of a measure on a day (see dayNumbered) on a channel. */
export interface Counted {
  day: number
  channelId: string
  measure: Measure
  value: number
}

export interface Asked {
  span: Span
  channelIds: string[]
  campaignId: string | null
}

/** What our posts gained: the parts of engagements, answers and impressions. */
export async function readGains(
  ctx: Ctx,
  asked: Asked,
  parts: readonly EngagementPart[],
): Promise<Counted[]> {
  const { span, channelIds, campaignId } = asked
  const day = dayNumber(snapshot.at, span)
  const rows = await ctx.store.read
    .select({
      day: day.mapWith(Number),
      channelId: snapshot.channelId,
      metric: snapshot.metric,
      value: sum(snapshot.gain).mapWith(Number),
    })
    .from(snapshot)
    .where(
      and(
        eq(snapshot.workspaceId, ctx.workspaceId),
        inArray(snapshot.metric, ['impressions', 'comments', ...parts.filter((part) => part !== 'comments')]),
        within(snapshot.at, span),
        inArray(snapshot.channelId, channelIds),
        campaignId ? inArray(snapshot.subjectId, deliveriesOf(ctx, campaignId)) : undefined,
      ),
    )
    .groupBy(day, snapshot.channelId, snapshot.metric)
  return rows.flatMap(({ metric, ...row }): Counted[] => [
    ...(metric === 'impressions' || metric === 'comments' ? [{ ...row, measure: metric } as const] : []),
    ...(parts.includes(metric as EngagementPart) ? [{ ...row, measure: 'engagements' } as const] : []),
  ])
}

/** What went out, each post once a channel. */
export async function readSent(ctx: Ctx, { span, channelIds, campaignId }: Asked): Promise<Counted[]> {
  const day = dayNumber(delivery.sentAt, span)
  const rows = await ctx.store.read
    .select({ day: day.mapWith(Number), channelId: delivery.channelId, value: count() })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, ctx.workspaceId),
        eq(delivery.state, 'sent'),
        within(delivery.sentAt, span),
        inArray(delivery.channelId, channelIds),
        campaignId ? inArray(delivery.id, deliveriesOf(ctx, campaignId)) : undefined,
      ),
    )
    .groupBy(day, delivery.channelId)
  return rows.map((row) => ({ ...row, measure: 'posts' }))
}

/** What people wrote to us, and how it sounds; what nobody judged is neutral. */
export async function readReceived(ctx: Ctx, { span, channelIds, campaignId }: Asked): Promise<Counted[]> {
  const day = dayNumber(message.at, span)
  const rows = await ctx.store.read
    .select({
      day: day.mapWith(Number),
      channelId: message.channelId,
      sentiment: message.sentiment,
      value: count(),
    })
    .from(message)
    .where(
      and(
        eq(message.workspaceId, ctx.workspaceId),
        eq(message.direction, 'in'),
        within(message.at, span),
        inArray(message.channelId, channelIds),
        campaignId ? inArray(message.conversationId, conversationsOf(ctx, campaignId)) : undefined,
      ),
    )
    .groupBy(day, message.channelId, message.sentiment)
  return rows.flatMap(({ sentiment, ...row }): Counted[] => [
    { ...row, measure: 'received' },
    { ...row, measure: sentiment ?? 'neutral' },
  ])
}
