import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { rescheduleVariant } from '../post/reschedule-variant.ts'
import { readCampaigns } from './campaign.reads.ts'
import { createCampaign } from './create-campaign.ts'
import { moveCampaign } from './move-campaign.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const FROM = { startsOn: '2027-03-01', endsOn: '2027-03-31' }
const move = (ctx: Ctx, id: string, more: object) =>
  moveCampaign(ctx, parseInput(moveCampaign.input, { id, from: FROM, ...more }))
const at = async (ctx: Ctx, id: string, local: string, zone = 'Europe/Berlin') =>
  reschedulePost(ctx, {
    id,
    from: { sendLocal: null, sendZone: null },
    to: { local, zone },
    confirmed: true,
  })

async function scene() {
  core.setNow(Date.parse('2027-02-20T08:00Z'))
  const { owner, teamId } = await core.workspace()
  const { id } = await createCampaign(
    owner,
    parseInput(createCampaign.input, { name: 'Spring', teamId, ...FROM }),
  )
  const make = (title: string, more: object = {}) =>
    makePost(owner, teamId, { title, campaignId: id, stage: 'draft', ...more })
  return { owner, teamId, id, make }
}

it('asks about its posts, moves them by as many days, and back', async () => {
  const { owner, teamId, id, make } = await scene()
  const channelId = await makeChannel(owner, teamId)
  const a = await make('A', { channelIds: [channelId] })
  await make('Without a time')
  const sent = await make('Sent')
  await at(owner, a.id, '2027-03-10T09:00')
  const to = { local: '2027-03-11T18:00', zone: 'UTC' }
  const none = { sendLocal: null, sendZone: null }
  await rescheduleVariant(owner, { postId: a.id, channelIds: [channelId], from: none, to, confirmed: true })
  await at(owner, sent.id, '2027-03-02T09:00')
  await setPost(owner, sent.id, { stage: 'published' })
  expect(await move(owner, id, { by: 20 })).toEqual({ ask: 1, regions: { follow: 0, asked: 0 } })
  expect(await readCampaigns(owner)).toMatchObject([FROM])
  const answer = await move(owner, id, { by: 20, posts: 'along' })
  expect(answer).toEqual({ moved: [{ id: a.id, sendLocal: '2027-03-30T09:00' }], refused: [] })
  expect(await readCampaigns(owner)).toMatchObject([{ startsOn: '2027-03-21', endsOn: '2027-04-20' }])
  // Clocks changed between: the local time is the same, the instant is not.
  expect((await rowOf(owner, a.id)).sendAt).toBe(Date.parse('2027-03-30T07:00Z'))
  const variant = await owner.store.read.query.variant.findFirst({
    where: (one, { and, eq }) => and(eq(one.workspaceId, owner.workspaceId), eq(one.postId, a.id)),
  })
  expect(variant?.sendLocal).toBe('2027-03-31T18:00')
  const now = { startsOn: '2027-03-21', endsOn: '2027-04-20' }
  const back = 'moved' in answer ? answer.moved : []
  expect(await move(owner, id, { from: now, by: -20, posts: back })).toMatchObject({ refused: [] })
  expect((await rowOf(owner, a.id)).sendLocal).toBe('2027-03-10T09:00')
  expect(await readCampaigns(owner)).toMatchObject([FROM])
})

it('tells which stay: too early, in an hour that clocks skip, changed since', async () => {
  const { owner, id, make } = await scene()
  const [early, skipped, fine] = [await make('Early'), await make('Skipped'), await make('Fine')]
  await at(owner, early.id, '2027-02-22T09:00')
  await at(owner, skipped.id, '2027-03-31T02:30')
  await at(owner, fine.id, '2027-03-20T09:00')
  const answer = await move(owner, id, { by: -3, posts: 'along' })
  expect(answer).toMatchObject({
    moved: [{ id: fine.id }],
    refused: [
      { title: 'Early', code: 'post.timePast' },
      { title: 'Skipped', code: 'campaign.skippedHour' },
    ],
  })
  expect((await rowOf(owner, skipped.id)).sendLocal).toBe('2027-03-31T02:30')
  await reschedulePost(owner, {
    id: fine.id,
    from: { sendLocal: '2027-03-17T09:00', sendZone: 'Europe/Berlin' },
    to: { day: '2027-03-25' },
    confirmed: false,
  })
  const from = { startsOn: '2027-02-26', endsOn: '2027-03-28' }
  const posts = 'moved' in answer ? answer.moved : []
  expect(await move(owner, id, { from, by: 3, posts })).toMatchObject({
    moved: [],
    refused: [{ title: 'Fine', code: 'bulk.changedSince' }],
  })
})

it('moves alone when nothing is planned, once; the first of two wins; others may not', async () => {
  const { owner, id } = await scene()
  const other = await core.workspace('Other')
  const viewer = await core.member(owner, 'viewer')
  expect(await codeOf(move(viewer, id, { by: 1 }))).toBe('request.forbidden')
  expect(await codeOf(move(other.owner, id, { by: 1 }))).toBe('request.notFound')
  expect(await move(owner, id, { by: 1 })).toEqual({ moved: [], refused: [] })
  expect(await move(owner, id, { by: 1 })).toEqual({ moved: [], refused: [] })
  expect(await readCampaigns(owner)).toMatchObject([{ startsOn: '2027-03-02', endsOn: '2027-04-01' }])
  expect(await codeOf(move(owner, id, { by: 5 }))).toBe('campaign.movedMeanwhile')
})

it('moves neither a campaign nor a post out of the years that there are', async () => {
  const { owner, teamId, id, make } = await scene()
  const last = { startsOn: '9999-12-01', endsOn: '9999-12-30' }
  const far = await createCampaign(owner, parseInput(createCampaign.input, { name: 'Far', teamId, ...last }))
  expect(await codeOf(move(owner, far.id, { from: last, by: 2 }))).toBe('request.invalid')
  const early = { startsOn: '0000-01-01', endsOn: null }
  const old = await createCampaign(owner, parseInput(createCampaign.input, { name: 'Old', teamId, ...early }))
  expect(await codeOf(move(owner, old.id, { from: early, by: -1 }))).toBe('request.invalid')
  expect(await readCampaigns(owner)).toEqual(
    expect.arrayContaining([expect.objectContaining(last), expect.objectContaining(early)]),
  )
  const post = await make('At the end')
  await at(owner, post.id, '9999-12-31T09:00')
  expect(await move(owner, id, { by: 1, posts: 'along' })).toMatchObject({
    moved: [],
    refused: [{ id: post.id, code: 'request.invalid' }],
  })
})
