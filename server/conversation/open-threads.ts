import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { conversation, type message } from '#db/schema.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import type { Tx } from '../core/transact.ts'
import type { Inbound } from '../network/connector.ts'
import { type ConversationKind, kindAfter } from './inbound.rules.ts'
import type { ConversationRow } from './load-conversation.ts'

/** A conversation while a page of messages is taken in. */
export interface Thread {
  id: string
  /** As it stood before; null when these are its first messages. */
  before: ConversationRow | null
  kind: ConversationKind
  postId: string | null
  added: { item: Inbound; row: typeof message.$inferInsert }[]
}

/** One person in one thread of the network is one conversation. */
export const threadKey = (item: Inbound, people: ReadonlyMap<string, string>): string =>
  `${people.get(item.author.remoteId)} ${item.threadId}`

/** The conversations these messages belong to, made where there is none, by `threadKey`. */
export async function openThreads(
  tx: Tx,
  channel: ChannelRow,
  items: readonly Inbound[],
  people: ReadonlyMap<string, string>,
): Promise<Map<string, Thread>> {
  const known = await tx.db
    .select()
    .from(conversation)
    .where(
      and(
        eq(conversation.workspaceId, channel.workspaceId),
        eq(conversation.channelId, channel.id),
        inArray(conversation.personId, [...people.values()]),
        inArray(conversation.remoteThread, [...new Set(items.map(({ threadId }) => threadId))]),
      ),
    )
  const rows = new Map(known.map((row) => [`${row.personId} ${row.remoteThread}`, row]))
  const threads = new Map<string, Thread>()
  for (const item of items) {
    const key = threadKey(item, people)
    const thread = threads.get(key)
    const before = thread?.before ?? rows.get(key) ?? null
    const kind = kindAfter(thread?.kind ?? before?.kind ?? null, item.kind)
    if (thread) thread.kind = kind
    else
      threads.set(key, { id: before?.id ?? newId(), before, kind, postId: before?.postId ?? null, added: [] })
  }
  const made = [...threads].filter(([, { before }]) => !before)
  if (made.length)
    await tx.db.insert(conversation).values(
      made.map(([key, { id, kind }]) => ({
        id,
        workspaceId: channel.workspaceId,
        teamId: channel.teamId,
        channelId: channel.id,
        personId: key.slice(0, key.indexOf(' ')),
        kind,
        remoteThread: key.slice(key.indexOf(' ') + 1),
        state: 'open' as const,
        priority: 'normal' as const,
        lastMessageAt: 0,
        lastText: '',
        createdAt: tx.now,
      })),
    )
  return threads
}
