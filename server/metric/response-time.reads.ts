import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { message } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Asked } from './count.reads.ts'
import type { Figures } from './figures.rules.ts'
import { conversationsOf, within } from './within.ts'

/**
 * How long people waited for our answers that went out in the period: from the first message since our last answer
 * in that conversation. The median, ms; null without answers.
 */
export async function readResponseTime(
  ctx: Ctx,
  { span, channelIds, campaignId }: Asked,
): Promise<Figures['response']> {
  // The coalesce keeps SQLite from the index by direction, which would walk through everything ever received.
  const first = sql<number | null>`(
    select min(i.at) from message i
    where i.workspace_id = message.workspace_id and i.conversation_id = message.conversation_id
      and coalesce(i.direction, '') = 'in' and i.at < message.at
      and i.at > coalesce((
        select max(o.at) from message o
        where o.workspace_id = message.workspace_id and o.conversation_id = message.conversation_id
          and coalesce(o.direction, '') = 'out' and (o.send_state is null or o.send_state = 'sent') and o.at < message.at
      ), 0)
  )`
  const rows = await ctx.store.read
    .select({ at: message.at, first })
    .from(message)
    .where(
      and(
        eq(message.workspaceId, ctx.workspaceId),
        eq(message.direction, 'out'),
        or(isNull(message.sendState), eq(message.sendState, 'sent')),
        within(message.at, span),
        inArray(message.channelId, channelIds),
        campaignId ? inArray(message.conversationId, conversationsOf(ctx, campaignId)) : undefined,
      ),
    )
  const waits = (from: number, to: number) =>
    rows.flatMap(({ at, first }) => (first !== null && at >= from && at < to ? [at - Number(first)] : []))
  return {
    now: median(waits(span.from, span.to)),
    before: median(waits(span.previousFrom, span.previousTo)),
  }
}

/** The middle of the values, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return null
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
