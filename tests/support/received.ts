import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { channel } from '#db/schema.ts'
import { receiveMessages } from '#server/conversation/receive-messages.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { transact } from '#server/core/transact.ts'

/** People outside write to a channel, as a poll would bring it. */
export async function receiveNow(ctx: Ctx, channelId: string, texts: string[]): Promise<void> {
  const [row] = await ctx.store.read
    .select()
    .from(channel)
    .where(and(eq(channel.workspaceId, ctx.workspaceId), eq(channel.id, channelId)))
  if (!row) throw new Error('no such channel')
  const items = texts.map((text) => {
    const remoteId = newId()
    return {
      ...{ remoteId, kind: 'mention' as const, text, at: ctx.now() - 1_000, url: null, threadId: remoteId },
      author: { remoteId: newId(), handle: 'fan', name: 'A fan', avatarUrl: null },
      ...{ parentId: null, languages: ['en'], images: [], replyTo: { kind: 'public' as const } },
    }
  })
  await transact(ctx, (tx) => receiveMessages(tx, row, { items, counts: [], cursor: '1', more: false }))
}
