import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { conversation, message } from '#db/schema.ts'
import { assignConversation } from '../conversation/assign-conversation.ts'
import { readable } from '../conversation/conversation.reads.ts'
import { CONVERSATION_STATES, DISMISSALS } from '../conversation/conversation.rules.ts'
import { replyConversation, replyInput } from '../conversation/reply-conversation.ts'
import { setConversationState } from '../conversation/set-state.ts'
import {
  CONVERSATION,
  MESSAGE,
  messageColumns,
  selectConversations,
  showConversation,
  showMessage,
} from './conversation-shape.ts'
import { byId } from './named.ts'
import { idPlace, pageOf, pageQuery, paging, placeOf } from './page.ts'
import { act, type Route, read } from './route.ts'

const list = read({
  path: '/conversations',
  name: 'listConversations',
  summary: 'Conversations, the newest first',
  scope: 'conversation:read',
  query: z.strictObject({
    ...paging,
    state: z.enum(CONVERSATION_STATES).optional(),
    channelId: z.string().optional(),
    assigneeId: z.string().optional(),
  }),
  output: { pageOf: CONVERSATION },
  async run(ctx, { query }) {
    const [before] = placeOf(query.cursor, idPlace) ?? []
    const rows = await selectConversations(ctx.store.read)
      .where(
        and(
          readable(ctx),
          query.state && eq(conversation.state, query.state),
          query.channelId === undefined ? undefined : eq(conversation.channelId, query.channelId),
          query.assigneeId === undefined ? undefined : eq(conversation.assigneeId, query.assigneeId),
          before === undefined ? undefined : lt(conversation.id, before),
        ),
      )
      .orderBy(desc(conversation.id))
      .limit(query.limit + 1)
    return pageOf(rows, query.limit, (row) => [row.id])
  },
})

const one = read({
  path: '/conversations/{id}',
  name: 'getConversation',
  summary: 'One conversation',
  scope: 'conversation:read',
  params: byId,
  output: CONVERSATION,
  run: (ctx, { params }) => showConversation(ctx.store.read, ctx, params.id),
})

const messages = read({
  path: '/conversations/{id}/messages',
  name: 'listMessages',
  summary: 'The messages of a conversation, the oldest first',
  scope: 'conversation:read',
  params: byId,
  query: pageQuery,
  output: { pageOf: MESSAGE },
  async run(ctx, { params, query }) {
    await showConversation(ctx.store.read, ctx, params.id)
    const place = placeOf(query.cursor, z.tuple([z.int(), z.string().max(100)]))
    const rows = await ctx.store.read
      .select(messageColumns)
      .from(message)
      .where(
        and(
          eq(message.workspaceId, ctx.workspaceId),
          eq(message.conversationId, params.id),
          place && or(gt(message.at, place[0]), and(eq(message.at, place[0]), gt(message.id, place[1]))),
        ),
      )
      .orderBy(asc(message.at), asc(message.id))
      .limit(query.limit + 1)
    return pageOf(rows, query.limit, (row) => [row.at, row.id])
  },
})

const reply = act({
  method: 'post',
  path: '/conversations/{id}/messages',
  name: 'replyConversation',
  summary: 'Answers; the answer goes out at once',
  scope: 'conversation:reply',
  params: byId,
  body: replyInput.omit({ id: true, conversationId: true }).strict(),
  output: MESSAGE,
  creates: true,
  run: (ctx, { params, body }) => replyConversation(ctx, { ...body, id: newId(), conversationId: params.id }),
  show: (db, ctx, { id }) => showMessage(db, ctx, id),
})

const assign = act({
  method: 'post',
  path: '/conversations/{id}/assign',
  name: 'assignConversation',
  summary: 'Gives a conversation to a member, or to nobody',
  scope: 'conversation:assign',
  params: byId,
  body: assignConversation.input.omit({ id: true }).strict(),
  output: CONVERSATION,
  run: (ctx, { params, body }) => assignConversation(ctx, { ...body, id: params.id }),
  show: (db, ctx, _, { params }) => showConversation(db, ctx, params.id),
})

const stateBody = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('open') }),
  z.strictObject({ to: z.literal('pending') }),
  z.strictObject({ to: z.literal('snoozed'), until: z.int().describe('Epoch milliseconds') }),
  z.strictObject({
    to: z.literal('closed'),
    reason: z.enum(['answered', ...DISMISSALS]),
    note: z.string().trim().max(1_000).default(''),
  }),
])

const state = act({
  method: 'post',
  path: '/conversations/{id}/state',
  name: 'setConversationState',
  summary: 'Opens, waits, puts aside or closes a conversation',
  scope: 'conversation:write',
  params: byId,
  body: stateBody,
  output: CONVERSATION,
  run: (ctx, { params, body }) => setConversationState(ctx, { ...body, id: params.id }),
  show: (db, ctx, _, { params }) => showConversation(db, ctx, params.id),
})

export const conversationRoutes: Route[] = [list, one, messages, reply, assign, state]
