import { and, eq } from 'drizzle-orm'
import { delivery, post, practiceEntry } from '#db/schema.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import type { BlueskyFake } from '#server/network/bluesky/fake.ts'
import { createPost } from '#server/post/create-post.ts'
import type { TestCore } from './core.ts'

/** A practice channel; without a flow unless asked for. */
export async function practiceChannel(
  owner: Ctx,
  teamId: string,
  handle = 'our_brand',
  approval: 'none' | 'required' = 'none',
): Promise<string> {
  const fields = { name: handle, handle }
  return (await perform(owner, connectChannel, { network: 'practice', teamId, fields, approval })).id
}

/** A channel on the fake of Bluesky. */
export async function blueskyChannel(
  owner: Ctx,
  teamId: string,
  fake: BlueskyFake,
  handle = 'us.test',
): Promise<string> {
  const account =
    fake.state.accounts.find((one) => one.handle === handle) ?? fake.state.addAccount(handle, '')
  const fields = { handle, app_password: account.password, service: fake.url }
  const input = { network: 'bluesky' as const, teamId, fields, approval: 'none' as const }
  return (await perform(owner, connectChannel, input)).id
}

export async function draftPost(
  ctx: Ctx,
  teamId: string,
  channelIds: string[],
  text = 'Hello',
): Promise<string> {
  return (
    await perform(ctx, createPost, {
      teamId,
      title: text.slice(0, 80) || 'Empty',
      text,
      stage: 'draft',
      channelIds,
    })
  ).id
}

/** What the audience of a workspace's practice channels sees of them, oldest first. */
export async function practiceTexts(core: Pick<TestCore, 'app'>, workspaceId: string): Promise<string[]> {
  const rows = await core.app.store.read
    .select({ text: practiceEntry.text })
    .from(practiceEntry)
    .where(eq(practiceEntry.workspaceId, workspaceId))
    .orderBy(practiceEntry.at, practiceEntry.n)
  return rows.map((row) => row.text)
}

export const deliveriesOf = (core: Pick<TestCore, 'app'>, ctx: Ctx, postId: string) =>
  core.app.store.read
    .select()
    .from(delivery)
    .where(and(eq(delivery.workspaceId, ctx.workspaceId), eq(delivery.postId, postId)))
    .orderBy(delivery.createdAt, delivery.id)

export async function postRow(core: Pick<TestCore, 'app'>, ctx: Ctx, postId: string) {
  const [row] = await core.app.store.read
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, postId)))
  if (!row) throw new Error('no such post')
  return row
}
