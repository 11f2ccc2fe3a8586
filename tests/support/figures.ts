import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { delivery, post, variant } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { createPost } from '#server/post/create-post.ts'

/** A post that went out on a channel at `sentAt`, with what its parts became on the network. */
export async function sentDelivery(
  ctx: Ctx,
  {
    teamId,
    channelId,
    sentAt,
    remoteIds = [],
    title = 'A post',
    campaignId = null,
  }: {
    teamId: string
    channelId: string
    sentAt: number
    remoteIds?: string[]
    title?: string
    campaignId?: string | null
  },
): Promise<{ postId: string; deliveryId: string }> {
  const { id: postId } = await createPost(
    ctx,
    createPost.input.parse({ teamId, title, channelIds: [channelId], campaignId }),
  )
  const deliveryId = newId()
  await ctx.store.write(async (db) => {
    const [row] = await db
      .update(variant)
      .set({ stage: 'published' })
      .where(and(eq(variant.workspaceId, ctx.workspaceId), eq(variant.postId, postId)))
      .returning({ id: variant.id })
    await db
      .update(post)
      .set({ stage: 'published' })
      .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, postId)))
    await db.insert(delivery).values({
      id: deliveryId,
      workspaceId: ctx.workspaceId,
      postId,
      variantId: row?.id ?? '',
      channelId,
      versionHash: 'x',
      dueAt: sentAt,
      tryAt: sentAt,
      state: 'sent',
      remote: remoteIds.map((remoteId) => ({ remoteId, url: null, ref: {} })),
      sentAt,
      createdBy: ctx.memberId,
      createdAt: sentAt,
      updatedAt: sentAt,
    })
  })
  return { postId, deliveryId }
}
