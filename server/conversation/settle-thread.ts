import { and, eq } from 'drizzle-orm'
import { message } from '#db/schema.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import type { Tx } from '../core/transact.ts'
import { nextState } from './conversation.rules.ts'
import { isLater } from './inbound.rules.ts'
import { setConversation, tellReaders } from './load-conversation.ts'
import type { Thread } from './open-threads.ts'

/** Brings a conversation up to date with the messages that came: what is newest, how it sounds, that it is open. */
export async function settleThread(tx: Tx, channel: ChannelRow, thread: Thread): Promise<void> {
  const { before, added } = thread
  const newest = added.reduce((a, b) => (isLater(b.item, a.item) ? b : a))
  const from = before?.state ?? 'open'
  const isNewest = await comesLast(tx, thread, newest.item)
  await setConversation(tx, thread.id, {
    kind: thread.kind,
    postId: thread.postId,
    state: nextState(from, 'inbound') ?? 'open',
    ...(from !== 'open' && { snoozedUntil: null, closedReason: null, closedNote: null }),
    ...(isNewest && { sentiment: newest.row.sentiment, lastInboundAt: newest.item.at }),
    // What we wrote meanwhile may be newer than what has come now.
    ...(isNewest &&
      newest.item.at >= (before?.lastMessageAt ?? 0) && {
        lastMessageAt: newest.item.at,
        lastText: newest.item.text.slice(0, 300).toWellFormed(),
      }),
  })
  tellReaders(tx, { id: thread.id, teamId: before?.teamId ?? channel.teamId }, 'conversation.received', {
    channelId: channel.id,
    messageIds: added.map(({ row }) => row.id),
    isNew: before === null,
    reopened: from !== 'open',
  })
}

/** Whether this is the last thing they said; asks the database only for two of the same millisecond. */
async function comesLast(
  tx: Tx,
  { id, before }: Thread,
  newest: { at: number; remoteId: string },
): Promise<boolean> {
  const last = before?.lastInboundAt ?? null
  if (last === null || newest.at > last) return true
  if (newest.at < last) return false
  const rivals = await tx.db
    .select({ at: message.at, remoteId: message.remoteId })
    .from(message)
    .where(
      and(
        eq(message.workspaceId, tx.ctx.workspaceId),
        eq(message.conversationId, id),
        eq(message.direction, 'in'),
        eq(message.at, last),
      ),
    )
  return rivals.every(({ at, remoteId }) => !isLater({ at, remoteId: remoteId ?? '' }, newest))
}
