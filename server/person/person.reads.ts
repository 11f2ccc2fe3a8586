import { and, count, desc, eq, inArray, min } from 'drizzle-orm'
import { channel, conversation, message, person } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'

/** How many of a person's conversations their card lists. */
const SHOWN = 8

/** Somebody outside, with their history here, as far as the member may read it. */
export async function readPerson(ctx: Ctx, personId: string) {
  const [who] = await ctx.store.read
    .select()
    .from(person)
    .where(and(eq(person.workspaceId, ctx.workspaceId), eq(person.id, personId)))
  if (!who) throw notFound()
  const teams = teamsWith(ctx.grants, 'conversation:read')
  const theirs = and(
    eq(conversation.workspaceId, ctx.workspaceId),
    eq(conversation.personId, personId),
    teams === 'all' ? undefined : inArray(conversation.teamId, teams),
  )
  const [conversations, heard] = await Promise.all([
    ctx.store.read
      .select({
        id: conversation.id,
        state: conversation.state,
        sentiment: conversation.sentiment,
        lastMessageAt: conversation.lastMessageAt,
        lastText: conversation.lastText,
        network: channel.network,
      })
      .from(conversation)
      .innerJoin(channel, eq(channel.id, conversation.channelId))
      .where(theirs)
      .orderBy(desc(conversation.lastMessageAt))
      .limit(SHOWN),
    ctx.store.read
      .select({ sentiment: message.sentiment, first: min(message.at), n: count() })
      .from(message)
      .innerJoin(conversation, eq(conversation.id, message.conversationId))
      .where(and(theirs, eq(message.workspaceId, ctx.workspaceId), eq(message.direction, 'in')))
      .groupBy(message.sentiment),
  ])
  const moods = { negative: 0, neutral: 0, positive: 0 }
  for (const { sentiment, n } of heard) moods[sentiment ?? 'neutral'] += n
  const firsts = heard.flatMap(({ first }) => (first === null ? [] : [Number(first)]))
  return {
    id: who.id,
    network: who.network,
    name: who.name,
    handle: who.handle,
    avatarUrl: who.avatarUrl,
    firstAt: firsts.length ? Math.min(...firsts) : null,
    moods,
    conversations,
  }
}

export type PersonCard = Awaited<ReturnType<typeof readPerson>>
