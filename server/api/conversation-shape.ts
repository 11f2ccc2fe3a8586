import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { conversation, message, person } from '#db/schema.ts'
import { readable } from '../conversation/conversation.reads.ts'
import { CONVERSATION_STATES, PRIORITIES } from '../conversation/conversation.rules.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../platform/problem.ts'
import { decidingWord, sentimentLabel } from '../sentiment/sentiment.rules.ts'
import { instant, named } from './named.ts'

export const CONVERSATION = named(
  'Conversation',
  z.object({
    id: z.string(),
    teamId: z.string(),
    channelId: z.string(),
    person: z.object({ id: z.string(), name: z.string(), handle: z.string() }),
    kind: z.enum(['reply', 'mention', 'direct']),
    postId: z.string().nullable(),
    state: z.enum(CONVERSATION_STATES),
    priority: z.enum(PRIORITIES),
    assigneeId: z.string().nullable(),
    sentiment: sentimentLabel.nullable().describe('Of the last inbound message'),
    lastInboundAt: instant.nullable(),
    lastMessageAt: instant,
    createdAt: instant,
  }),
)

export const MESSAGE = named(
  'Message',
  z.object({
    id: z.string(),
    conversationId: z.string(),
    direction: z.enum(['in', 'out']),
    text: z.string(),
    memberId: z.string().nullable().describe('Who answered'),
    at: instant,
    language: z.string().nullable(),
    sentiment: sentimentLabel.nullable(),
    sentimentScore: z.number().nullable(),
    sentimentWords: z.array(decidingWord).nullable().describe('The words that decided'),
    sendState: z.string().nullable().describe('Outbound: sending, sent, failed, ambiguous or dropped'),
    remoteUrl: z.string().nullable(),
  }),
)

const of = conversation
export const conversationColumns = {
  id: of.id,
  teamId: of.teamId,
  channelId: of.channelId,
  person: { id: person.id, name: person.name, handle: person.handle },
  kind: of.kind,
  postId: of.postId,
  state: of.state,
  priority: of.priority,
  assigneeId: of.assigneeId,
  sentiment: of.sentiment,
  lastInboundAt: of.lastInboundAt,
  lastMessageAt: of.lastMessageAt,
  createdAt: of.createdAt,
}

export const messageColumns = {
  id: message.id,
  conversationId: message.conversationId,
  direction: message.direction,
  text: message.text,
  memberId: message.memberId,
  at: message.at,
  language: message.language,
  sentiment: message.sentiment,
  sentimentScore: message.sentimentScore,
  sentimentWords: message.sentimentWords,
  sendState: message.sendState,
  remoteUrl: message.remoteUrl,
}

export const selectConversations = (db: Db) =>
  db.select(conversationColumns).from(of).innerJoin(person, eq(person.id, of.personId))

/** One conversation, if the caller may read it; `request.notFound` otherwise. */
export async function showConversation(db: Db, ctx: Ctx, id: string) {
  const [row] = await selectConversations(db).where(and(readable(ctx), eq(of.id, id)))
  if (!row) throw notFound()
  return row
}

export async function showMessage(db: Db, ctx: Ctx, id: string) {
  const [row] = await db
    .select(messageColumns)
    .from(message)
    .where(and(eq(message.workspaceId, ctx.workspaceId), eq(message.id, id)))
  if (!row) throw notFound()
  return row
}
