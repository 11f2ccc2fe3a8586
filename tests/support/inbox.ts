import { and, eq } from 'drizzle-orm'
import { channel, conversation, message } from '#db/schema.ts'
import { receiveMessages } from '#server/conversation/receive-messages.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { systemCtx } from '#server/core/system-ctx.ts'
import { transact } from '#server/core/transact.ts'
import type { Inbound } from '#server/network/connector.ts'

/** Something somebody said to a channel. */
export const inbound = (more: Partial<Inbound> & { remoteId: string }): Inbound => ({
  kind: 'mention',
  author: { remoteId: 'ann', handle: 'ann.test', name: 'Ann', avatarUrl: null },
  text: 'Hello',
  at: Date.now(),
  url: null,
  threadId: more.remoteId,
  parentId: null,
  languages: ['en'],
  images: [],
  replyTo: { kind: 'public', threadId: more.threadId ?? more.remoteId, parentId: more.remoteId },
  ...more,
})

/** Hands a page to the inbox as a poll does. `crash`: the process dies before the commit. */
export async function receive(ctx: Ctx, channelId: string, items: Inbound[], crash = false): Promise<void> {
  const system = await systemCtx(ctx.app, ctx.workspaceId)
  const [row] = await ctx.store.read
    .select()
    .from(channel)
    .where(and(eq(channel.workspaceId, ctx.workspaceId), eq(channel.id, channelId)))
  if (!row) throw new Error('no such channel')
  await transact(system, async (tx) => {
    await receiveMessages(tx, row, { items, counts: [], cursor: '1', more: false })
    if (crash) throw new Error('crash')
  })
}

export const conversationsOf = (ctx: Ctx) =>
  ctx.store.read.select().from(conversation).where(eq(conversation.workspaceId, ctx.workspaceId))

export const messagesOf = (ctx: Ctx) =>
  ctx.store.read.select().from(message).where(eq(message.workspaceId, ctx.workspaceId)).orderBy(message.at)
