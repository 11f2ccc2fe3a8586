import { and, count, eq, inArray, sum } from 'drizzle-orm'
import { delivery, message, snapshot } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { figuresInput } from '../metric/figures.rules.ts'
import { type MetricName, metricDefinition, ratio } from '../metric/metric.rules.ts'
import { readScope } from '../metric/scope.reads.ts'
import { conversationsOf, deliveriesOf } from '../metric/within.ts'
import type { KpiTarget } from './campaign.rules.ts'

/** A target and what has been measured for it so far; null: nobody has measured it. */
export interface Kpi extends KpiTarget {
  measured: number | null
}

/**
 * What the campaign's posts have brought since they went out, against its targets. Of the channels whose figures the
 * reader may see, practice left out as on dashboards. What cannot be told of single posts (followers, reach, times) is
 * not measured, and nothing is made up for it.
 */
export async function readKpis(ctx: Ctx, campaignId: string, targets: readonly KpiTarget[]): Promise<Kpi[]> {
  if (!targets.length) return []
  const { channelIds, parts } = await readScope(ctx, figuresInput.parse({ campaign: campaignId }))
  if (!channelIds.length) return targets.map((one) => ({ ...one, measured: null }))
  const [gains, sent, received] = await Promise.all([
    ctx.store.read
      .select({ metric: snapshot.metric, value: sum(snapshot.gain).mapWith(Number) })
      .from(snapshot)
      .where(
        and(
          eq(snapshot.workspaceId, ctx.workspaceId),
          eq(snapshot.subject, 'delivery'),
          inArray(snapshot.channelId, channelIds),
          inArray(snapshot.subjectId, deliveriesOf(ctx, campaignId)),
        ),
      )
      .groupBy(snapshot.metric),
    ctx.store.read
      .select({ value: count() })
      .from(delivery)
      .where(
        and(
          eq(delivery.workspaceId, ctx.workspaceId),
          eq(delivery.state, 'sent'),
          inArray(delivery.channelId, channelIds),
          inArray(delivery.id, deliveriesOf(ctx, campaignId)),
        ),
      ),
    ctx.store.read
      .select({ sentiment: message.sentiment, value: count() })
      .from(message)
      .where(
        and(
          eq(message.workspaceId, ctx.workspaceId),
          eq(message.direction, 'in'),
          inArray(message.channelId, channelIds),
          inArray(message.conversationId, conversationsOf(ctx, campaignId)),
        ),
      )
      .groupBy(message.sentiment),
  ])
  const known = new Map(gains.map(({ metric, value }) => [metric, value]))
  const out = sent[0]?.value ?? 0
  // Before anything went out there is nothing that could have been counted.
  if (out === 0) return targets.map((one) => ({ ...one, measured: null }))
  const engaged = parts.flatMap((part) => known.get(part) ?? [])
  known.delete('engagements')
  if (engaged.length)
    known.set(
      'engagements',
      engaged.reduce((all, one) => all + one, 0),
    )
  known.set('posts_published', out)
  known.set(
    'messages_in',
    received.reduce((all, one) => all + one.value, 0),
  )
  known.set('negative_messages', received.find((one) => one.sentiment === 'negative')?.value ?? 0)
  const measured = (name: MetricName): number | null => {
    const one = metricDefinition(name)
    if (one.kind === 'total') return known.get(name) ?? null
    if (one.kind !== 'ratio') return null
    const [top, bottom] = [measured(one.top), measured(one.bottom)]
    return top === null || bottom === null ? null : ratio(top, bottom)
  }
  return targets.map((one) => ({ ...one, measured: measured(one.metric) }))
}
