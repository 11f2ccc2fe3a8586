import type { Dismissal } from '../../server/conversation/conversation.rules.ts'
import { id, index, instant, int, json, primaryKey, real, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { inWorkspace } from './in-workspace.ts'

/** Somebody outside, on one network. */
export const person = table(
  'person',
  {
    id: id(),
    workspaceId: inWorkspace(),
    network: text().notNull(),
    remoteId: text().notNull(),
    handle: text().notNull(),
    name: text().notNull(),
    avatarUrl: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('person_remote').on(t.workspaceId, t.network, t.remoteId)],
)

/** Inbound and outbound messages with one person on one channel. */
export const conversation = table(
  'conversation',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text().notNull(),
    channelId: text()
      .notNull()
      .references(() => channel.id),
    personId: text()
      .notNull()
      .references(() => person.id),
    kind: text<'reply' | 'mention' | 'direct'>().notNull(),
    /** Groups messages on the network: the root post, or the direct-message thread. */
    remoteThread: text().notNull(),
    /** The post of ours it answers, when there is one. */
    postId: text(),
    state: text<'open' | 'pending' | 'snoozed' | 'closed'>().notNull(),
    priority: text<'low' | 'normal' | 'high' | 'urgent'>().notNull(),
    assigneeId: text(),
    claimMemberId: text(),
    claimUntil: instant(),
    snoozedUntil: instant(),
    /** `answered`, or why it needed no answer. */
    closedReason: text(),
    closedNote: text(),
    /** Of the last inbound message. */
    sentiment: text<'negative' | 'neutral' | 'positive'>(),
    lastInboundAt: instant(),
    lastMessageAt: instant().notNull(),
    lastText: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('conversation_thread').on(t.channelId, t.personId, t.remoteThread),
    index('conversation_list').on(t.workspaceId, t.state, t.lastMessageAt),
    index('conversation_recent').on(t.workspaceId, t.lastMessageAt),
    index('conversation_person').on(t.workspaceId, t.personId),
  ],
)

export const message = table(
  'message',
  {
    id: id(),
    workspaceId: inWorkspace(),
    conversationId: text()
      .notNull()
      .references(() => conversation.id),
    channelId: text()
      .notNull()
      .references(() => channel.id),
    direction: text<'in' | 'out'>().notNull(),
    /** Unique per channel; an outbound one gets its own when it is sent. */
    remoteId: text(),
    remoteUrl: text(),
    /** What it answers on the network (opaque to generic code), needed to reply. */
    remoteRef: json<unknown>(),
    text: text().notNull(),
    media: json<{ url: string; alt: string }[]>().notNull(),
    memberId: text(),
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    language: text(),
    sentiment: text<'negative' | 'neutral' | 'positive'>(),
    sentimentScore: real(),
    sentimentWords: json<{ word: string; weight: number }[]>(),
    /** Who or what said so: a model's name, or a member id. */
    sentimentBy: text(),
    /** Inbound: ended without an answer, by whom and why. */
    dismissed: json<Dismissal>(),
    dismissedBy: text(),
    /** Outbound; null inbound. `dropped`: a person gave up one that did not go out. */
    sendState: text<'sending' | 'sent' | 'failed' | 'ambiguous' | 'dropped'>(),
    /** Why it was not sent: a network's problem kind or `channel.disconnected`; and the network's own words. */
    sendReason: text(),
    sendDetail: text(),
    /** Set when it is first handed to the network: after a crash the network is asked before it is sent again. */
    sendBegunAt: instant(),
    /** Transient errors in a row. */
    sendFailures: int().notNull().default(0),
    /** Idempotency material, stored before anything is sent. */
    prepared: json<unknown>(),
  },
  (t) => [
    uniqueIndex('message_remote').on(t.channelId, t.remoteId),
    index('message_conversation').on(t.workspaceId, t.conversationId, t.at),
    index('message_at').on(t.workspaceId, t.direction, t.at, t.channelId, t.sentiment, t.conversationId),
  ],
)

/** Up to when a member has seen a conversation: what came later is unread for them. */
export const conversationSeen = table(
  'conversation_seen',
  {
    workspaceId: inWorkspace(),
    memberId: text().notNull(),
    conversationId: text()
      .notNull()
      .references(() => conversation.id),
    seenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.conversationId] })],
)
