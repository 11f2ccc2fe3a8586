import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { channel } from '#db/schema.ts'
import { channelRow } from '#server/channel/channel.reads.ts'
import { channelIo } from '#server/channel/channel-io.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Receiver } from '#server/channel/receiver.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { RECEIVERS } from '#server/receivers.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { practiceLikeVerb } from './like-practice.ts'
import { addPersona, practiceMessage, practicePost, practiceReply } from './play-practice.ts'
import { readPractice } from './practice.reads.ts'
import { practice } from './practice.ts'
import { practiceCalm, practiceStorm } from './storm-practice.ts'

let core: TestCore
const standing = [...RECEIVERS]
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => {
  RECEIVERS.splice(0, RECEIVERS.length, ...standing)
  core.setNow(undefined)
})
afterAll(() => core.drop())

async function playground(handle = 'brand') {
  const { owner, teamId } = await core.workspace()
  const fields = { name: 'Brand', handle }
  const wanted = { network: 'practice' as const, teamId, fields, approval: 'none' as const }
  const { id: channelId } = await connectChannel(owner, wanted)
  const { audience } = await readPractice(owner, channelId)
  const publish = async (text: string) => {
    const prepared = practice.prepare({ parts: [{ text, media: [] }] }, { at: core.app.now() })
    return practice.publish(prepared, 0, [], channelIo(core.app, await channelRow(owner, channelId)))
  }
  return { owner, teamId, channelId, personaId: audience[0]?.id ?? '', audience, publish }
}
const storm = (channelId: string, messages: number, seconds: number) =>
  practiceStorm.input.parse({ channelId, messages, seconds }) as Parameters<typeof practiceStorm>[1]
const taken = (channelId: string, texts: string[]): Receiver => {
  return async (_tx, { id }, page) => {
    if (id === channelId) texts.push(...page.items.map(({ text }) => text))
  }
}

it('has an audience in four languages from the start, and takes more', async () => {
  const { owner, channelId, audience } = await playground()
  expect(new Set(audience.map(({ language }) => language))).toEqual(new Set(['en', 'ko', 'es', 'de']))
  await addPersona(owner, { name: 'Nora', handle: 'nora', language: 'en' })
  expect((await readPractice(owner, channelId)).audience).toHaveLength(audience.length + 1)
  await expect(addPersona(owner, { name: 'Nora', handle: 'nora', language: 'en' })).rejects.toMatchObject({
    code: 'practice.handleTaken',
  })
})

it('shows what was said, who likes it, and what it answers', async () => {
  const { owner, channelId, personaId, publish } = await playground()
  const post = await publish('Our new shop is open')
  const said = { channelId, personaId, text: 'When?' }
  const reply = await practiceReply(owner, { ...said, entryId: post.remoteId })
  const like = { channelId, personaId, entryId: post.remoteId }
  expect(await practiceLikeVerb(owner, { ...like, liked: true })).toEqual({ likes: 1 })
  expect(await practiceLikeVerb(owner, { ...like, liked: true })).toEqual({ likes: 1 })
  const { entries } = await readPractice(owner, channelId)
  expect(entries).toMatchObject([
    { id: reply.id, kind: 'reply', ours: false, parentId: post.remoteId, threadId: post.remoteId },
    { id: post.remoteId, kind: 'post', ours: true, likes: 1, comments: 1, likedBy: [personaId] },
  ])
  expect(await practiceLikeVerb(owner, { ...like, liked: false })).toEqual({ likes: 0 })
})

it('says a thing once, however often it is sent', async () => {
  const { owner, channelId, personaId } = await playground()
  const said = { channelId, personaId, text: 'Hello', key: '01939c2e-7c1e-7000-8000-000000000001' }
  await practicePost(owner, said)
  await practicePost(owner, said)
  expect((await readPractice(owner, channelId)).entries).toHaveLength(1)
})

it('is closed to those who may not play, to other teams and to other workspaces', async () => {
  const { owner, channelId, personaId } = await playground()
  const elsewhere = await core.team(owner, 'Iberia')
  const other = (await playground('stranger')).owner
  const said = { channelId, personaId, text: 'Hello' }
  const refused = async (ctx: Ctx) =>
    practicePost(ctx, said)
      .then(() => null)
      .catch(({ code }) => code)
  expect(await refused(await core.member(owner, 'viewer'))).toBe('request.forbidden')
  expect(await refused(await core.member(owner, 'editor', { narrowedTo: [elsewhere] }))).toBe(
    'request.forbidden',
  )
  expect(await refused(other)).toBe('request.notFound')
  await expect(practicePost(owner, { ...said, text: 'a'.repeat(600) })).rejects.toMatchObject({
    field: 'text',
  })
})

it('brings what the audience says to the receivers at once, each thing once', async () => {
  const { owner, channelId, personaId } = await playground()
  const texts: string[] = []
  RECEIVERS.splice(0, RECEIVERS.length, taken(channelId, texts))
  for (const text of ['one', 'two']) await practicePost(owner, { channelId, personaId, text })
  await practiceMessage(owner, { channelId, personaId, text: 'three' })
  await core.runner.drain()
  await core.runner.drain()
  expect(texts).toEqual(['one', 'two', 'three'])
})

it('keeps the cursor when a receiver fails, so that nothing is lost', async () => {
  const { owner, channelId, personaId } = await playground()
  const texts: string[] = []
  RECEIVERS.splice(0, RECEIVERS.length, () => Promise.reject(new Error('not now')))
  await practicePost(owner, { channelId, personaId, text: 'one' })
  await core.runner.drain()
  RECEIVERS.splice(0, RECEIVERS.length, taken(channelId, texts))
  await practicePost(owner, { channelId, personaId, text: 'two' })
  await core.runner.drain()
  expect(texts).toEqual(['one', 'two'])
})

it('plays a storm to its end, over a crash, and stops when calmed', async () => {
  const { owner, channelId } = await playground()
  const texts: string[] = []
  RECEIVERS.splice(0, RECEIVERS.length, taken(channelId, texts))
  const start = Date.now()
  core.setNow(start)
  await practiceStorm(owner, storm(channelId, 150, 10))
  const drainAt = async (ms: number) => {
    core.setNow(start + ms)
    await core.runner.drain()
  }
  await drainAt(5_000)
  const half = texts.length
  expect(half).toBeGreaterThan(60)
  expect(half).toBeLessThan(90)
  await drainAt(20_000)
  await drainAt(21_000)
  expect(texts).toHaveLength(150)

  await practiceStorm(owner, storm(channelId, 100, 100))
  await practiceCalm(owner, { channelId })
  await drainAt(300_000)
  expect(texts).toHaveLength(150)
  const [row] = await core.app.store.read
    .select()
    .from(channel)
    .where(eq(channel.workspaceId, owner.workspaceId))
  expect(row?.ingestedAt).toBeGreaterThan(start)
})
