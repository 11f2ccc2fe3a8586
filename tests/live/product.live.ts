import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#db/id.ts'
import { channel, variant } from '#db/schema.ts'
import { decideApproval } from '#server/approval/decide-approval.ts'
import { submitPost } from '#server/approval/submit-post.ts'
import { addAsset } from '#server/asset/add-asset.ts'
import { channelIo } from '#server/channel/channel-io.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import { readInbox } from '#server/conversation/conversation.reads.ts'
import { inboxQuery } from '#server/conversation/inbox.rules.ts'
import { replyConversation } from '#server/conversation/reply-conversation.ts'
import { readThread } from '#server/conversation/thread.reads.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { publishPostNow, schedulePost } from '#server/delivery/schedule-post.ts'
import { editPost } from '#server/post/edit-post.ts'
import { type TestCore, testCore } from '../support/core.ts'
import { codeOf } from '../support/posts.ts'
import { deliveriesOf, draftPost, postRow } from '../support/publishing.ts'
import { type BlueskyNetwork, startBlueskyNetwork } from './bluesky-network.ts'
import { type Person, personOf } from './bluesky-person.ts'

/** The whole product, with its runner, against a whole Bluesky network: a person plans, others approve and answer. */
let network: BlueskyNetwork
let core: TestCore
let owner: Ctx
let editor: Ctx
let teamId: string
let channelId: string
let ann: Person

beforeAll(async () => {
  network = await startBlueskyNetwork()
  core = await testCore()
  const made = await core.workspace()
  owner = made.owner
  teamId = made.teamId
  editor = await core.member(owner, 'editor')
  const { appPassword } = await network.join('brand.test')
  const fields = { service: network.url, handle: 'brand.test', app_password: appPassword }
  const input = { network: 'bluesky' as const, teamId, fields, approval: 'required' as const }
  channelId = (await perform(owner, connectChannel, input)).id
  ann = await personOf(network, 'annie.test')
  core.runner.start()
})
afterAll(async () => {
  await core?.drop()
  await network?.stop()
})

/** What was submitted: the approver names the very version they saw. */
async function submitted(postId: string): Promise<{ variantId: string; hash: string }[]> {
  const rows = await core.app.store.read
    .select()
    .from(variant)
    .where(and(eq(variant.workspaceId, owner.workspaceId), eq(variant.postId, postId)))
  return rows.map((row) => ({ variantId: row.id, hash: row.versionHash ?? '' }))
}

async function approved(text: string, media: { assetId: string; alt: string }[] = []): Promise<string> {
  const id = await draftPost(editor, teamId, [channelId], text)
  if (media.length) {
    const { revision } = await postRow(core, owner, id)
    await perform(editor, editPost, { postId: id, base: revision, media })
  }
  await perform(editor, submitPost, { postId: id })
  await perform(owner, decideApproval, { postId: id, kind: 'approve', on: await submitted(id) })
  return id
}
async function sent(postId: string, within = 30_000): Promise<string> {
  const state = async () => (await deliveriesOf(core, owner, postId))[0]?.state
  await expect.poll(state, { timeout: within, interval: 100 }).toBe('sent')
  await network.settle()
  return (await ann.feedOf('brand.test'))[0]?.uri ?? ''
}
const stateOfChannel = async () =>
  (await core.app.store.read.select().from(channel).where(eq(channel.workspaceId, owner.workspaceId)))[0]

test('an approved post goes out at its minute, with its facets, image and description', async () => {
  const noise = { width: 600, height: 400, channels: 3 as const, background: '#446688' }
  const bytes = await sharp({ create: noise }).png().toBuffer()
  const { id: assetId } = await addAsset(editor, { bytes, name: 'cup.png' })
  const text = '안녕 @annie.test, see https://example.com/a #hello'
  const id = await approved(text, [{ assetId, alt: 'A blue cup' }])
  const slot = Math.ceil((Date.now() + 20_000) / 60_000) * 60_000
  const at = { local: new Date(slot).toISOString().slice(0, 16), zone: 'UTC' }
  await perform(editor, schedulePost, { id, at, confirmed: true })
  // The real clock: the standing poll and the tokens of the network follow it too.
  await new Promise((resolve) => setTimeout(resolve, slot - 1_000 - Date.now()))
  expect((await deliveriesOf(core, owner, id))[0]?.state).toBe('planned')
  const uri = await sent(id)
  expect(Date.now() - slot).toBeLessThan(10_000)
  const seen = await ann.post(uri)
  const kinds = seen.record.facets?.map(({ features }) => features[0]?.$type.split('#')[1])
  expect(seen.record.text).toBe(text)
  expect(kinds).toEqual(['mention', 'link', 'tag'])
  expect(seen.embed?.images?.[0]?.alt).toBe('A blue cup')
}, 150_000)

test('a reply arrives within 15 s with its sentiment, and the answer appears as a reply to it', async () => {
  const id = await approved('Our new blend is here')
  await perform(owner, publishPostNow, { id })
  const uri = await sent(id)
  const reply = await ann.reply(uri, 'This is wonderful, I love it! Thank you')
  await ann.like(uri)
  const began = Date.now()
  const find = async () =>
    (await readInbox(owner, inboxQuery.parse({}))).rows.find(
      ({ handle, lastText }) => handle === 'annie.test' && lastText.includes('wonderful'),
    )
  await expect.poll(find, { timeout: 15_000, interval: 200 }).toBeTruthy()
  process.stdout.write(`a reply arrived after ${Date.now() - began} ms\n`)
  const row = await find()
  expect(row).toMatchObject({ sentiment: 'positive' })
  const thread = await readThread(owner, row?.id ?? '')
  expect(thread.post?.id).toBe(id)
  const answer = { id: newId(), conversationId: row?.id ?? '', text: 'Thank you, Annie!' }
  await perform(owner, replyConversation, answer)
  const answered = async () => {
    await network.settle()
    return (await ann.repliesTo(reply)).map(({ record }) => record.text)
  }
  await expect.poll(answered, { timeout: 20_000, interval: 300 }).toEqual(['Thank you, Annie!'])
})

test('a post without its approval does not go out, whatever is called', async () => {
  const id = await draftPost(editor, teamId, [channelId], 'Nobody approved this')
  expect(await codeOf(perform(owner, publishPostNow, { id }))).not.toBe('done')
  const at = { local: '2031-01-01T09:00', zone: 'UTC' }
  expect(await codeOf(perform(owner, schedulePost, { id, at }))).not.toBe('done')
  await perform(editor, submitPost, { postId: id })
  expect(await codeOf(perform(owner, publishPostNow, { id }))).not.toBe('done')
  await network.settle()
  const texts = (await ann.feedOf('brand.test')).map(({ record }) => record.text)
  expect(texts).not.toContain('Nobody approved this')
})

test('a deleted app password makes the channel ask for a login, with the reason; nothing is lost', async () => {
  const id = await approved('After the password was gone')
  await network.revoke('brand.test')
  // The network lets a running session live for up to two hours more; here its end has come.
  const row = await stateOfChannel()
  if (row) await channelIo(core.app, row).secrets.renew(async (now) => ({ ...now, accessJwt: 'ended' }))
  await perform(owner, publishPostNow, { id })
  await expect.poll(async () => (await stateOfChannel())?.status, { timeout: 30_000 }).toBe('expired')
  expect((await stateOfChannel())?.statusReason).toBeTruthy()
  const [delivery] = await deliveriesOf(core, owner, id)
  expect(delivery?.state).not.toBe('sent')
  expect((await postRow(core, owner, id)).text).toBe('After the password was gone')
})
