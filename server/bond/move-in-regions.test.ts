import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bond, delivery, post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { decideApproval } from '../approval/decide-approval.ts'
import { submitPost } from '../approval/submit-post.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { moveCampaign } from '../campaign/move-campaign.ts'
import { rescheduleCampaign } from '../campaign/reschedule-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { readBoard } from '../post/card.reads.ts'
import { changePost } from '../post/change-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { rescheduleVariant } from '../post/reschedule-variant.ts'
import { declineChange, takeChange } from './answer-change.ts'
import { readBond } from './bond.reads.ts'
import { readDrift } from './drift.reads.ts'
import { lockFields } from './lock-fields.ts'
import { publishCampaign } from './publish-campaign.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const FROM = { startsOn: '2027-06-01', endsOn: '2027-06-30' }
const NOON = Date.parse('2027-05-20T08:00Z')

/** A campaign with a post on 10 June at nine, in Berlin (locked or not) and in Seoul, where every post needs an approval. */
async function scene(locked: 'time'[] = []) {
  core.setNow(NOON)
  const { owner, teamId: hq } = await core.workspace()
  const seoul = await core.team(owner, 'Seoul', 'Asia/Seoul')
  const mina = await core.member(owner, 'manager', { name: 'Mina', narrowedTo: [seoul] })
  const boss = await core.member(owner, 'manager', { name: 'Boss', narrowedTo: [seoul] })
  const here = await makeChannel(owner, hq)
  const there = await makeChannel(owner, seoul, 'required')
  const { id } = await createCampaign(
    owner,
    parseInput(createCampaign.input, { name: 'Summer', teamId: hq, ...FROM }),
  )
  const more = { title: 'Teaser', text: 'Hello', stage: 'draft' as const, campaignId: id }
  const parent = await makePost(owner, hq, { ...more, channelIds: [here] })
  await retime(owner, parent.id, { local: '2027-06-10T09:00', zone: 'Europe/Berlin' })
  await publishCampaign(owner, parseInput(publishCampaign.input, { id, teamIds: [seoul], locked }))
  const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  const child = rows.find((row) => row.teamId === seoul)
  if (!child) throw new Error('no child')
  return { owner, hq, seoul, mina, boss, id, parent, child, there }
}
type Scene = Awaited<ReturnType<typeof scene>>

async function retime(ctx: Ctx, id: string, to: { local: string; zone: string }): Promise<void> {
  const { sendLocal, sendZone } = await rowOf(ctx, id)
  await reschedulePost(ctx, { id, from: { sendLocal, sendZone }, to, confirmed: true })
}
const move = async (ctx: Ctx, id: string, more: object) => {
  const answer = await moveCampaign(ctx, parseInput(moveCampaign.input, { id, from: FROM, ...more }))
  await core.readers.drain(ctx.workspaceId)
  return answer
}
const localOf = async ({ owner, child }: Scene) => (await rowOf(owner, child.id)).sendLocal
const timeField = async ({ mina, child }: Scene) =>
  (await readBond(mina, child.id)).parent?.fields.find(({ field }) => field === 'time')
const seen = async ({ mina, child }: Scene) => (await readBond(mina, child.id)).parent?.seen.time ?? ''

async function approve({ owner, mina, boss, child }: Scene): Promise<void> {
  await submitPost(mina, parseInput(submitPost.input, { postId: child.id }))
  const [own] = await owner.store.read
    .select()
    .from(variant)
    .where(and(eq(variant.workspaceId, owner.workspaceId), eq(variant.postId, child.id)))
  const on = [{ variantId: own?.id, hash: own?.versionHash }]
  await decideApproval(boss, parseInput(decideApproval.input, { postId: child.id, on, kind: 'approve' }))
}
const schedule = (of: Scene) =>
  schedulePost(of.mina, parseInput(schedulePost.input, { id: of.child.id, confirmed: false }))
const dueOf = async ({ owner, child }: Scene) => {
  const [row] = await owner.store.read
    .select({ dueAt: delivery.dueAt, state: delivery.state })
    .from(delivery)
    .where(and(eq(delivery.workspaceId, owner.workspaceId), eq(delivery.postId, child.id)))
  return row
}

it('asks the region where the time is not locked, and moves nothing of it until it answers', async () => {
  const of = await scene()
  expect(await move(of.owner, of.id, { by: 7 })).toEqual({ ask: 1, regions: { follow: 0, asked: 1 } })
  // An owner may write everywhere; a region's post is the region's all the same.
  expect(await move(of.owner, of.id, { by: 7, posts: 'along' })).toEqual({
    moved: [{ id: of.parent.id, sendLocal: '2027-06-17T09:00' }],
    refused: [],
  })
  expect(await localOf(of)).toBe('2027-06-10T09:00')
  expect(await timeField(of)).toMatchObject({ waiting: true, adapted: false })
  await takeChange(of.mina, {
    ...{ id: of.child.id, fields: ['time'], seen: await seen(of) },
    ...{ base: of.child.revision, confirmed: false },
  })
  expect(await localOf(of)).toBe('2027-06-17T09:00')
  expect(await timeField(of)).toMatchObject({ waiting: false, adapted: false })
})

it('leaves a time of the region’s own, and shows both', async () => {
  const of = await scene()
  await retime(of.mina, of.child.id, { local: '2027-06-11T20:00', zone: 'Asia/Seoul' })
  await move(of.owner, of.id, { by: 7, posts: 'along' })
  expect(await localOf(of)).toBe('2027-06-11T20:00')
  expect(await timeField(of)).toMatchObject({
    ...{ waiting: true, adapted: true },
    after: [{ text: '2027-06-17 09:00 Asia/Seoul' }],
    yours: [{ text: '2027-06-11 20:00 Asia/Seoul' }],
  })
  await declineChange(of.mina, { id: of.child.id, fields: ['time'], seen: await seen(of) })
  expect(await timeField(of)).toMatchObject({ waiting: false, declined: true })
})

it('takes a locked time along, at the region’s own hour, and back', async () => {
  const of = await scene(['time'])
  expect(await move(of.owner, of.id, { by: 7 })).toEqual({ ask: 1, regions: { follow: 1, asked: 0 } })
  const answer = await move(of.owner, of.id, { by: 7, posts: 'along' })
  expect(await rowOf(of.owner, of.child.id)).toMatchObject({
    sendLocal: '2027-06-17T09:00',
    sendZone: 'Asia/Seoul',
    stage: 'draft',
  })
  const from = { startsOn: '2027-06-08', endsOn: '2027-07-07' }
  const posts = 'moved' in answer ? answer.moved : []
  await move(of.owner, of.id, { from, by: -7, posts })
  expect(await localOf(of)).toBe('2027-06-10T09:00')
  expect(await timeField(of)).toMatchObject({ waiting: false, adapted: false, locked: true })
})

it('says on the card that only HQ changes its time, and only of what came from HQ', async () => {
  const of = await scene(['time'])
  const own = await makePost(of.mina, of.seoul, { title: 'Ours', campaignId: of.id })
  const cards = async (ctx: Ctx) =>
    Object.fromEntries((await readBoard(ctx)).map(({ id, timeLocked }) => [id, timeLocked]))
  expect(await cards(of.mina)).toEqual({ [of.child.id]: true, [own.id]: null })
  await lockFields(of.owner, { id: of.id, teamIds: [of.seoul], locked: [] })
  expect(await cards(of.owner)).toEqual({ [of.child.id]: false, [own.id]: null, [of.parent.id]: null })
})

it('moves the slot of an approved post whose time is locked, and gives one in review no slot', async () => {
  const of = await scene(['time'])
  await submitPost(of.mina, parseInput(submitPost.input, { postId: of.child.id }))
  await move(of.owner, of.id, { by: 7, posts: 'along' })
  expect(await rowOf(of.owner, of.child.id)).toMatchObject({
    stage: 'in_review',
    sendLocal: '2027-06-17T09:00',
  })
  expect(await dueOf(of)).toBeUndefined()
  expect(await codeOf(schedule(of))).toBe('stage.approveFirst')

  const other = await scene(['time'])
  await approve(other)
  await schedule(other)
  await move(other.owner, other.id, { by: 7, posts: 'along' })
  // The approval is of what it says; the send asks for it again.
  expect(await rowOf(other.owner, other.child.id)).toMatchObject({ stage: 'scheduled' })
  expect(await dueOf(other)).toEqual({ dueAt: Date.parse('2027-06-17T00:00Z'), state: 'planned' })
})

it('leaves a slot where it is until the region has answered, and asks before one that is past', async () => {
  const of = await scene()
  await approve(of)
  await schedule(of)
  const planned = { dueAt: Date.parse('2027-06-10T00:00Z'), state: 'planned' }
  // 9 in Berlin is to come, 9 in Seoul has gone.
  core.setNow(Date.parse('2027-06-08T06:00Z'))
  await move(of.owner, of.id, { by: -2, posts: 'along' })
  expect(await dueOf(of)).toEqual(planned)
  const take = async (confirmed: boolean) =>
    takeChange(of.mina, {
      ...{ id: of.child.id, fields: ['time'], seen: await seen(of) },
      ...{ base: of.child.revision, confirmed },
    })
  expect(await codeOf(take(false))).toBe('post.timePast')
  expect(await dueOf(of)).toEqual(planned)
  expect(await timeField(of)).toMatchObject({ waiting: true })
})

it('moves no locked slot to an hour that has gone there, nor what is out', async () => {
  const of = await scene(['time'])
  await approve(of)
  await schedule(of)
  core.setNow(Date.parse('2027-06-08T06:00Z'))
  await move(of.owner, of.id, { by: -2, posts: 'along' })
  expect(await dueOf(of)).toMatchObject({ dueAt: Date.parse('2027-06-10T00:00Z') })
  expect((await readDrift(of.owner, of.id)).rows[0]?.cells).toMatchObject({ [of.seoul]: { behind: 1 } })
  // What is locked is not the region's to decline.
  const late = declineChange(of.mina, { id: of.child.id, fields: ['time'], seen: await seen(of) })
  expect(await codeOf(late)).toBe('bond.fieldLocked')

  const sent = await scene(['time'])
  await setPost(sent.owner, sent.child.id, { stage: 'published' })
  expect(await move(sent.owner, sent.id, { by: 7 })).toEqual({ ask: 1, regions: { follow: 0, asked: 0 } })
  await move(sent.owner, sent.id, { by: 7, posts: 'along' })
  expect(await localOf(sent)).toBe('2027-06-10T09:00')
})

it('tells of a change after a post has gone out, and asks nobody for an answer', async () => {
  const of = await scene()
  await setPost(of.owner, of.child.id, { stage: 'published' })
  await move(of.owner, of.id, { by: 7, posts: 'along' })
  expect((await readBond(of.mina, of.child.id)).parent?.out).toBe(true)
  expect(await timeField(of)).toMatchObject({ waiting: true })
  const [row] = await of.owner.store.read
    .select({ told: bond.told })
    .from(bond)
    .where(eq(bond.workspaceId, of.owner.workspaceId))
  expect(row).toEqual({ told: [] })
})

it('moves no post with a campaign whose edge is drawn, or that moves alone', async () => {
  const of = await scene(['time'])
  const to = { startsOn: '2027-06-01', endsOn: '2027-06-20' }
  await rescheduleCampaign(of.owner, { id: of.id, from: FROM, to })
  await move(of.owner, of.id, { from: to, by: 7, posts: 'stay' })
  expect(await localOf(of)).toBe('2027-06-10T09:00')
  expect((await rowOf(of.owner, of.parent.id)).sendLocal).toBe('2027-06-10T09:00')
  expect(await timeField(of)).toMatchObject({ waiting: false })
})

it('moves with a campaign of the region’s own as any post does, unless HQ has locked its time', async () => {
  const of = await scene()
  const own = parseInput(createCampaign.input, { name: 'Chuseok', teamId: of.seoul, ...FROM })
  const { id } = await createCampaign(of.mina, own)
  await changePost(of.mina, { id: of.child.id, campaignId: id })
  expect(await move(of.mina, id, { by: 3, posts: 'along' })).toMatchObject({ moved: [{ id: of.child.id }] })
  await lockFields(of.owner, { id: of.id, teamIds: [of.seoul], locked: ['time'] })
  await core.readers.drain(of.owner.workspaceId)
  expect(await localOf(of)).toBe('2027-06-10T09:00')
  const from = { startsOn: '2027-06-04', endsOn: '2027-07-03' }
  expect(await move(of.mina, id, { from, by: 3, posts: 'along' })).toMatchObject({
    moved: [],
    refused: [{ id: of.child.id, code: 'bond.fieldLocked' }],
  })
})

it('counts a channel’s own time as the region’s, until HQ locks it', async () => {
  const of = await scene()
  const to = { local: '2027-06-10T19:00', zone: 'Asia/Seoul' }
  const none = { sendLocal: null, sendZone: null }
  const apart = { postId: of.child.id, channelIds: [of.there], from: none, to, confirmed: false }
  await rescheduleVariant(of.mina, apart)
  expect(await timeField(of)).toMatchObject({ adapted: true, waiting: false })
  await lockFields(of.owner, { id: of.id, teamIds: [of.seoul], locked: ['time'] })
  await core.readers.drain(of.owner.workspaceId)
  const [own] = await of.owner.store.read
    .select({ sendAt: variant.sendAt })
    .from(variant)
    .where(and(eq(variant.workspaceId, of.owner.workspaceId), eq(variant.postId, of.child.id)))
  expect(own).toEqual({ sendAt: null })
  expect(await timeField(of)).toMatchObject({ adapted: false })
})
