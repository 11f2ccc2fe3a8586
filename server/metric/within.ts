import { and, eq, gte, type inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { conversation, delivery, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { offsetsBetween, type Span } from './span.rules.ts'

type Column = Parameters<typeof gte>[0] & Parameters<typeof inArray>[0]

/** In the period or in the compared part of the one before. */
export const within = (at: Column, span: Span): SQL | undefined =>
  and(gte(at, span.previousFrom), lt(at, span.to), or(lt(at, span.previousTo), gte(at, span.from)))

/**
 * The local day of an instant as a number (see dayNumbered). The offsets are numbers of ours, written into the text:
 * PostgreSQL would not know a grouped expression with parameters for the same.
 */
export function dayNumber(at: Column, span: Span): SQL<number> {
  const offsets = offsetsBetween(span.previousFrom, span.to, span.zone)
  const day = (offset: number) => sql`(${at} + ${sql.raw(String(offset))}) / 86400000`
  const last = offsets.at(-1)?.offset ?? 0
  const cases = offsets
    .slice(0, -1)
    .map(({ until, offset }) => sql`when ${at} < ${sql.raw(String(until))} then ${day(offset)}`)
  return cases.length
    ? sql<number>`case ${sql.join(cases, sql` `)} else ${day(last)} end`
    : sql<number>`${day(last)}`
}

/** The deliveries of a campaign's posts. */
export const deliveriesOf = (ctx: Ctx, campaignId: string) =>
  ctx.store.read
    .select({ id: delivery.id })
    .from(delivery)
    .innerJoin(post, eq(post.id, delivery.postId))
    .where(and(eq(delivery.workspaceId, ctx.workspaceId), eq(post.campaignId, campaignId)))

/** The conversations that answer a campaign's posts. */
export const conversationsOf = (ctx: Ctx, campaignId: string) =>
  ctx.store.read
    .select({ id: conversation.id })
    .from(conversation)
    .innerJoin(post, eq(post.id, conversation.postId))
    .where(and(eq(conversation.workspaceId, ctx.workspaceId), eq(post.campaignId, campaignId)))
