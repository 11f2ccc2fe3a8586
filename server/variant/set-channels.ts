import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { channel, variant } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { type LoadedPost, postToChange, settlePost } from '../post/loaded-post.ts'

/**
 * Says to which channels a post goes. A new channel starts in draft with the common content; one taken away keeps its
 * own words in case it returns. What has been scheduled is taken back first.
 */
export const setChannels = verb({
  name: 'post.setChannels',
  permission: 'post:write',
  input: z.object({ postId: z.string(), channelIds: z.array(z.string()).max(50) }),
  async run(ctx, { postId, channelIds }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId)
      const { row } = loaded
      permit(ctx, 'post:write', row.teamId)
      const wanted = new Set(channelIds)
      const gone = loaded.variants.filter((one) => !wanted.has(one.channel.id))
      const sent = gone.find((one) => one.row.stage === 'scheduled' || one.row.stage === 'published')
      if (sent)
        throw new Problem('variant.scheduled', { status: 409, params: { channel: sent.channel.name } })
      const fresh = [...wanted].filter((id) => !loaded.variants.some((one) => one.channel.id === id))
      if (!gone.length && !fresh.length) return {}
      await checkChannels(tx, fresh)
      if (gone.length)
        await tx.db
          .update(variant)
          .set({ removedAt: tx.now, versionHash: null, submittedBy: null, submittedAt: null })
          .where(
            and(
              eq(variant.workspaceId, ctx.workspaceId),
              inArray(
                variant.id,
                gone.map((one) => one.row.id),
              ),
            ),
          )
      for (const channelId of fresh) await add(tx, loaded, channelId)
      emit(
        tx,
        'post.channelsSet',
        {
          id: row.id,
          title: row.title,
          set: await settlePost(tx, row.id),
          added: fresh,
          removed: gone.map((one) => one.channel.id),
        },
        { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      return {}
    })
  },
})

/** Only channels of the workspace, of a team the actor sees. */
async function checkChannels(tx: Tx, ids: string[]): Promise<void> {
  if (!ids.length) return
  const rows = await tx.db
    .select({ id: channel.id, teamId: channel.teamId })
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, tx.ctx.workspaceId),
        inArray(channel.id, ids),
        isNull(channel.removedAt),
      ),
    )
  if (rows.length !== ids.length) throw new Problem('request.notFound', { status: 404, field: 'channelIds' })
  for (const one of rows) permit(tx.ctx, 'channel:read', one.teamId)
}

async function add(tx: Tx, { row }: LoadedPost, channelId: string): Promise<void> {
  const stage = row.stage === 'idea' ? ('idea' as const) : ('draft' as const)
  const fresh = { stage, removedAt: null, versionHash: null, submittedBy: null, submittedAt: null }
  await tx.db
    .insert(variant)
    .values({
      id: newId(),
      workspaceId: tx.ctx.workspaceId,
      postId: row.id,
      channelId,
      options: {},
      createdAt: tx.now,
      ...fresh,
    })
    .onConflictDoUpdate({ target: [variant.postId, variant.channelId], set: fresh })
}
