import { id, index, instant, json, real, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { workspace } from './workspace.ts'

const inWorkspace = () =>
  text()
    .notNull()
    .references(() => workspace.id)

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
    closedReason: text(),
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
    /** Outbound: sending, sent, failed, ambiguous; null inbound. */
    sendState: text(),
    sendReason: text(),
    prepared: json<unknown>(),
  },
  (t) => [
    uniqueIndex('message_remote').on(t.channelId, t.remoteId),
    index('message_conversation').on(t.workspaceId, t.conversationId, t.at),
    index('message_at').on(t.workspaceId, t.direction, t.at, t.channelId, t.sentiment, t.conversationId),
  ],
)
