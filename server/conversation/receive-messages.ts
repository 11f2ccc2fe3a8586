import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { message, team } from '#db/schema.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import type { Receiver } from '../channel/receiver.ts'
import type { Tx } from '../core/transact.ts'
import { postsOfRemote } from '../delivery/remote-post.reads.ts'
import type { Inbound } from '../network/connector.ts'
import { meetPeople } from '../person/meet-people.ts'
import { judgeSentiment } from '../sentiment/judge-sentiment.ts'
import { FIRST_LOOK, takeIn } from './inbound.rules.ts'
import { openThreads, type Thread, threadKey } from './open-threads.ts'
import { settleThread } from './settle-thread.ts'

/**
 * Takes in what people outside wrote: who they are, which conversation it belongs to, how it sounds. What is here
 * already is left alone, so pages may overlap, come twice and in any order and give the same conversations.
 */
export const receiveMessages: Receiver = async (tx, channel, page) => {
  const since = channel.createdAt - FIRST_LOOK
  const { items, refused } = takeIn(page.items, { now: tx.now, since })
  if (refused)
    tx.ctx.app.log.warn({ channelId: channel.id, refused }, 'messages of a network could not be read')
  const fresh = await unknown(tx, channel, items)
  if (!fresh.length) return
  const people = await meetPeople(
    tx,
    channel.network,
    fresh.map(({ author }) => author),
  )
  const posts = await postsOfRemote(tx.db, { workspaceId: channel.workspaceId, channelId: channel.id }, [
    ...new Set(fresh.flatMap(({ threadId, parentId }) => (parentId ? [threadId, parentId] : [threadId]))),
  ])
  const threads = await openThreads(tx, channel, fresh, people)
  const likely = await languageOf(tx, channel)
  const rows = fresh.map((item) => {
    const thread = threads.get(threadKey(item, people)) as Thread
    const row = rowOf(tx, channel, thread.id, item, likely)
    thread.added.push({ item, row })
    thread.postId ??= posts.get(item.parentId ?? '') ?? posts.get(item.threadId) ?? null
    return row
  })
  await tx.db.insert(message).values(rows)
  for (const thread of threads.values()) await settleThread(tx, channel, thread)
}

/** Those that are not here yet. */
async function unknown(tx: Tx, channel: ChannelRow, items: Inbound[]): Promise<Inbound[]> {
  if (!items.length) return []
  const rows = await tx.db
    .select({ remoteId: message.remoteId })
    .from(message)
    .where(
      and(
        eq(message.workspaceId, channel.workspaceId),
        eq(message.channelId, channel.id),
        inArray(
          message.remoteId,
          items.map(({ remoteId }) => remoteId),
        ),
      ),
    )
  const here = new Set(rows.map(({ remoteId }) => remoteId))
  return items.filter(({ remoteId }) => !here.has(remoteId))
}

/** What the channel's market speaks: for texts too short to tell. */
async function languageOf(tx: Tx, channel: ChannelRow): Promise<string | undefined> {
  const [home] = await tx.db
    .select({ locale: team.locale })
    .from(team)
    .where(and(eq(team.workspaceId, channel.workspaceId), eq(team.id, channel.teamId)))
  return home?.locale
}

/** The row of an inbound message. Tags of language are a habit of the author's client: likely, not certain. */
function rowOf(
  tx: Tx,
  channel: ChannelRow,
  conversationId: string,
  item: Inbound,
  likely: string | undefined,
): typeof message.$inferInsert {
  const heard = judgeSentiment(item.text, { likely: item.languages[0] ?? likely })
  return {
    id: newId(),
    workspaceId: channel.workspaceId,
    conversationId,
    channelId: channel.id,
    direction: 'in',
    remoteId: item.remoteId,
    remoteUrl: item.url,
    remoteRef: item.replyTo,
    text: item.text,
    media: [...item.images],
    memberId: null,
    at: item.at,
    receivedAt: tx.now,
    language: heard.language,
    sentiment: heard.label,
    sentimentScore: heard.score,
    sentimentWords: heard.words,
    sentimentBy: heard.by,
  }
}
