import { newId } from '#db/id.ts'
import { channel } from '#db/schema.ts'
import { DEFAULT_FLOW, type Flow } from '#server/approval/flow.rules.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { createPost } from '#server/post/create-post.ts'

/** A practice channel of a team; asks for one approval unless told otherwise. */
export async function testChannel(ctx: Ctx, teamId: string, flow: Flow = DEFAULT_FLOW): Promise<string> {
  const id = newId()
  await ctx.store.write(async (db) => {
    await db.insert(channel).values({
      id,
      workspaceId: ctx.workspaceId,
      teamId,
      network: 'practice',
      name: `Practice ${id.slice(-4)}`,
      handle: 'practice',
      remoteId: id,
      zone: 'UTC',
      flow,
      facts: {},
      status: 'connected',
      createdAt: ctx.now(),
    })
  })
  return id
}

/** A draft by `ctx` on the given channels. */
export async function testPost(
  ctx: Ctx,
  teamId: string,
  channelIds: string[],
  text = 'Hello world',
): Promise<string> {
  const { id } = await createPost(ctx, {
    teamId,
    title: 'A post',
    text,
    stage: 'draft',
    assigneeId: null,
    campaignId: null,
    channelIds,
    labels: [],
  })
  return id
}
