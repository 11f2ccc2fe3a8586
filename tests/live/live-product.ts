import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { channel, variant } from '#db/schema.ts'
import { decideApproval } from '#server/approval/decide-approval.ts'
import { submitPost } from '#server/approval/submit-post.ts'
import type { ChannelRow } from '#server/channel/channel-io.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { editPost } from '#server/post/edit-post.ts'
import { type TestApi, testApi } from '../support/api.ts'
import { deliveriesOf, draftPost, postRow } from '../support/publishing.ts'
import type { BlueskyNetwork } from './bluesky-network.ts'

/** The whole product, with its runner and API, and a company in it whose channel is an account of the real network. */
export interface LiveProduct extends TestApi {
  owner: Ctx
  editor: Ctx
  teamId: string
  channelId: string
  channel(): Promise<ChannelRow>
  /** Written by the editor, approved by the owner. */
  approved(text: string, media?: { assetId: string; alt: string }[]): Promise<string>
  /** The owner approves what is submitted: they name the very versions they saw. */
  approve(postId: string): Promise<void>
  /** Until the post's one delivery is in this state. */
  reaches(postId: string, state: string, within?: number): Promise<void>
}

export async function liveProduct(network: BlueskyNetwork, handle: string): Promise<LiveProduct> {
  const { appPassword } = await network.join(handle)
  const core = await testApi()
  const { owner, teamId } = await core.workspace()
  const editor = await core.member(owner, 'editor')
  const fields = { service: network.url, handle, app_password: appPassword }
  const input = { network: 'bluesky' as const, teamId, fields, approval: 'required' as const }
  const channelId = (await perform(owner, connectChannel, input)).id
  core.runner.start()
  const { workspaceId } = owner
  const approve = async (postId: string) => {
    const rows = await core.app.store.read
      .select()
      .from(variant)
      .where(and(eq(variant.workspaceId, workspaceId), eq(variant.postId, postId)))
    const on = rows.map((row) => ({ variantId: row.id, hash: row.versionHash ?? '' }))
    await perform(owner, decideApproval, { postId, kind: 'approve', on })
  }
  return {
    ...core,
    owner,
    editor,
    teamId,
    channelId,
    approve,
    async channel() {
      const [row] = await core.app.store.read
        .select()
        .from(channel)
        .where(and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId)))
      if (!row) throw new Error('no channel')
      return row
    },
    async approved(text, media = []) {
      const postId = await draftPost(editor, teamId, [channelId], text)
      if (media.length) {
        const { revision } = await postRow(core, owner, postId)
        await perform(editor, editPost, { postId, base: revision, media })
      }
      await perform(editor, submitPost, { postId })
      await approve(postId)
      return postId
    },
    async reaches(postId, state, within = 30_000) {
      const now = async () => (await deliveriesOf(core, owner, postId))[0]?.state
      await expect.poll(now, { timeout: within, interval: 100 }).toBe(state)
    },
  }
}
