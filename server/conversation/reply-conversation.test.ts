import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { channel, message, practiceEntry } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { conversationsOf, inbound, receive } from '#tests/support/inbox.ts'
import { codeOf, makeChannel } from '#tests/support/posts.ts'
import { connectChannel } from '../channel/connect-channel.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { type BlueskyFake, startBlueskyFake } from '../network/bluesky/fake.ts'
import { replyConversation } from './reply-conversation.ts'
import { setConversationState } from './set-state.ts'
import { settleReply } from './settle-reply.ts'

let core: TestCore
let fake: BlueskyFake
beforeAll(async () => {
  core = await testCore()
  fake = await startBlueskyFake()
})
afterAll(async () => {
  await fake.close()
  await core.drop()
})

const PUT = 'com.atproto.repo.putRecord'
let brands = 0

/** A Bluesky channel to which somebody has said something, brought by a real poll. */
async function onBluesky() {
  const { owner, teamId } = await core.workspace()
  const brand = fake.state.addAccount(`brand${++brands}.test`, '')
  const fan = fake.state.addAccount(`fan${brands}.test`, '')
  const fields = { handle: brand.handle, app_password: brand.password, service: fake.url }
  const { id: channelId } = await perform(owner, connectChannel, { network: 'bluesky', teamId, fields })
  const facets = [{ features: [{ did: brand.did }] }]
  const record = { text: 'Where is my awful parcel?', createdAt: new Date().toISOString(), facets }
  const asked = fake.state.put(fan.did, `q${brands}`, record)
  await core.runner.drain()
  const [row] = await conversationsOf(owner)
  if (!row || !asked) throw new Error('nothing arrived')
  return { owner, channelId, brand, fan, id: row.id, row, asked }
}

const reply = (ctx: Ctx, conversationId: string, text: string, more: object = {}) =>
  perform(ctx, replyConversation, { id: crypto.randomUUID(), conversationId, text, ...more })
const stateOf = async (ctx: Ctx, id: string) => {
  const here = and(eq(message.workspaceId, ctx.workspaceId), eq(message.id, id))
  return (await ctx.store.read.select().from(message).where(here))[0]
}
const answers = (asked: { uri: string }) =>
  [...fake.state.posts.values()].filter((post) => post.record.reply?.parent.uri === asked.uri)

/** Lets every wait pass and everything due run. */
async function later(times = 1, step = 31 * 60_000): Promise<void> {
  for (let i = 1; i <= times; i++) {
    core.setNow(Date.now() + i * step)
    await core.runner.drain()
  }
  core.setNow(undefined)
}

it('brings a mention, answers it on the network, and waits for them', async () => {
  const { owner, id, row, asked } = await onBluesky()
  expect(row).toMatchObject({ kind: 'mention', state: 'open', sentiment: 'negative' })
  const sent = await reply(owner, id, 'It is on its way.')
  await core.runner.drain()
  expect(await stateOf(owner, sent.id)).toMatchObject({ sendState: 'sent' })
  expect(answers(asked).map((post) => post.record.text)).toEqual(['It is on its way.'])
  expect((await conversationsOf(owner))[0]).toMatchObject({ state: 'pending', lastText: 'It is on its way.' })
  expect(await codeOf(perform(owner, setConversationState, { id, to: 'closed', reason: 'answered' }))).toBe(
    'done',
  )
})

it('sends once, whatever is lost on the way', async () => {
  const { owner, id, asked } = await onBluesky()
  // The answer to the first try is lost, then the server is down, then it asks to wait.
  fake.fail(PUT, { accepted: true, status: 500 })
  fake.fail('com.atproto.repo.getRecord', { status: 503, error: 'Down' })
  const key = crypto.randomUUID()
  await reply(owner, id, 'Once', { id: key })
  await reply(owner, id, 'Once', { id: key })
  await later(6)
  expect(await stateOf(owner, key)).toMatchObject({ sendState: 'sent' })
  expect(answers(asked)).toHaveLength(1)
})

it('waits as told, tries again after a clean failure, and gives up with the reason', async () => {
  const { owner, id, asked } = await onBluesky()
  fake.fail(PUT, { status: 429, error: 'RateLimitExceeded', headers: { 'retry-after': '120' } })
  const { id: waits } = await reply(owner, id, 'Patience')
  await core.runner.drain()
  expect(await stateOf(owner, waits)).toMatchObject({
    sendState: 'sending',
    sendReason: 'network.rateLimited',
  })
  await later(2)
  expect(await stateOf(owner, waits)).toMatchObject({ sendState: 'sent', sendReason: null })
  fake.fail(PUT, { status: 400, error: 'InvalidRequest' })
  const { id: refused } = await reply(owner, id, 'No')
  await core.runner.drain()
  expect(await stateOf(owner, refused)).toMatchObject({ sendState: 'failed', sendReason: 'network.rejected' })
  expect(answers(asked)).toHaveLength(1)
  await perform(owner, settleReply, { messageId: refused, as: 'retry' })
  await core.runner.drain()
  expect(await stateOf(owner, refused)).toMatchObject({ sendState: 'sent' })
  expect(await codeOf(perform(owner, settleReply, { messageId: refused, as: 'drop' }))).toBe(
    'conversation.replySettled',
  )
})

it('asks for a new login, and the conversation that was closed comes back', async () => {
  const { owner, id, channelId, brand } = await onBluesky()
  const { id: lost } = await reply(owner, id, 'Soon')
  await perform(owner, setConversationState, { id, to: 'closed', reason: 'answered' })
  fake.revoke(brand)
  await core.runner.drain()
  expect(await stateOf(owner, lost)).toMatchObject({
    sendState: 'failed',
    sendReason: 'network.authExpired',
  })
  expect((await conversationsOf(owner))[0]).toMatchObject({ state: 'open' })
  const rows = await core.app.store.read
    .select()
    .from(channel)
    .where(eq(channel.workspaceId, owner.workspaceId))
  expect(rows.find((one) => one.id === channelId)?.status).toBe('expired')
  expect(await codeOf(reply(owner, id, 'More'))).toBe('channel.disconnected')
})

it('wants a yes to a second answer, after the first was seen', async () => {
  const { owner, id } = await onBluesky()
  const agent = await core.member(owner, 'agent', { name: 'Ada' })
  const first = await reply(agent, id, 'First')
  const refusal = await reply(owner, id, 'Second').catch((error) => error)
  expect(refusal).toMatchObject({
    code: 'conversation.alreadyAnswered',
    params: { name: 'Ada', messageId: first.id },
  })
  expect(await codeOf(reply(agent, id, 'And another thing'))).toBe('done')
  const again = await reply(owner, id, 'Second', { confirmedAfter: first.id }).catch((error) => error)
  // Ada has added to it: what was seen is no longer the last word.
  expect(again.code).toBe('conversation.alreadyAnswered')
  expect(await codeOf(reply(owner, id, 'Second', { confirmedAfter: again.params.messageId }))).toBe('done')
  expect(await codeOf(reply(owner, id, 'a'.repeat(301)))).toBe('conversation.tooLong')
})

it('answers on the practice network, too', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  await receive(owner, channelId, [inbound({ remoteId: 'p1' })])
  const [row] = await conversationsOf(owner)
  const sent = await reply(owner, row?.id ?? '', 'Hello Ann')
  await core.runner.drain()
  expect(await stateOf(owner, sent.id)).toMatchObject({ sendState: 'sent' })
  const entries = await core.app.store.read
    .select()
    .from(practiceEntry)
    .where(eq(practiceEntry.workspaceId, owner.workspaceId))
  expect(entries.map(({ text, kind, parentId }) => ({ text, kind, parentId }))).toEqual([
    { text: 'Hello Ann', kind: 'reply', parentId: 'p1' },
  ])
})
