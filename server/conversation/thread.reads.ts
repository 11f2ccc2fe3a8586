import { and, desc, eq, lt, or } from 'drizzle-orm'
import { channel, conversation, message, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { readPerson } from '../person/person.reads.ts'
import { notFound } from '../platform/problem.ts'
import { judgedLanguages } from '../sentiment/lexicon.ts'
import { readable, readInboxRows } from './conversation.reads.ts'

/** How many messages a thread shows at once; earlier ones on demand. */
const PAGE = 100

const columns = {
  id: message.id,
  direction: message.direction,
  text: message.text,
  media: message.media,
  remoteUrl: message.remoteUrl,
  memberId: message.memberId,
  at: message.at,
  language: message.language,
  sentiment: message.sentiment,
  score: message.sentimentScore,
  words: message.sentimentWords,
  by: message.sentimentBy,
  dismissed: message.dismissed,
  dismissedBy: message.dismissedBy,
  sendState: message.sendState,
  sendReason: message.sendReason,
  sendDetail: message.sendDetail,
}

/** Messages of a conversation before a place in it (the newest without one), oldest first. */
async function messagesOf(ctx: Ctx, conversationId: string, before: { at: number; id: string } | null) {
  const rows = await ctx.store.read
    .select(columns)
    .from(message)
    .where(
      and(
        eq(message.workspaceId, ctx.workspaceId),
        eq(message.conversationId, conversationId),
        before
          ? or(lt(message.at, before.at), and(eq(message.at, before.at), lt(message.id, before.id)))
          : undefined,
      ),
    )
    .orderBy(desc(message.at), desc(message.id))
    .limit(PAGE + 1)
  const messages = rows
    .slice(0, PAGE)
    .reverse()
    // Whether its language can be judged at all: "no word decided" and "no lexicon" are different facts.
    .map((row) => ({ ...row, judged: judgedLanguages.includes(row.language ?? '') }))
  return { messages, earlier: rows.length > PAGE }
}

export type ThreadMessage = Awaited<ReturnType<typeof messagesOf>>['messages'][number]

/** The post of ours a conversation answers, if its reader may see posts of that team. */
async function postOf(ctx: Ctx, postId: string | null) {
  if (!postId) return null
  const [row] = await ctx.store.read
    .select({ id: post.id, teamId: post.teamId, title: post.title, text: post.text })
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, postId)))
  return row && may(ctx.grants, 'post:read', row.teamId) ? row : null
}

/**
 * A conversation with its messages, its person and the post it answers. request.notFound when there is none, or none
 * the member may read.
 */
export async function readThread(ctx: Ctx, id: string, before: { at: number; id: string } | null = null) {
  const [facts] = await ctx.store.read
    .select({
      postId: conversation.postId,
      closedNote: conversation.closedNote,
      createdAt: conversation.createdAt,
      channelStatus: channel.status,
    })
    .from(conversation)
    .innerJoin(channel, eq(channel.id, conversation.channelId))
    .where(and(readable(ctx), eq(conversation.id, id)))
  const [row] = facts ? await readInboxRows(ctx, [id]) : []
  if (!facts || !row) throw notFound()
  const [list, person, answered] = await Promise.all([
    messagesOf(ctx, id, before),
    readPerson(ctx, row.personId),
    postOf(ctx, facts.postId),
  ])
  return {
    row,
    closedNote: facts.closedNote,
    createdAt: facts.createdAt,
    channelStatus: facts.channelStatus,
    person,
    post: answered,
    ...list,
  }
}

export type ThreadView = Awaited<ReturnType<typeof readThread>>
