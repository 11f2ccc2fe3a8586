import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { delivery, variant } from '#db/schema.ts'
import { centralPost, JUNE, retime } from '#tests/support/central-post.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, rowOf } from '#tests/support/posts.ts'
import { moveCampaign } from '../campaign/move-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { rescheduleVariant } from '../post/reschedule-variant.ts'
import { declineChange, takeChange } from './answer-change.ts'
import { readBond } from './bond.reads.ts'
import { readDrift } from './drift.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const BERLIN = 'Europe/Berlin'
type Scene = Awaited<ReturnType<typeof centralPost>>

const ownOf = async ({ owner }: Scene, postId: string) => {
  const [row] = await owner.store.read
    .select()
    .from(variant)
    .where(and(eq(variant.workspaceId, owner.workspaceId), eq(variant.postId, postId)))
  return { sendLocal: row?.sendLocal ?? null, sendZone: row?.sendZone ?? null }
}
const localOf = async (of: Scene, id: string) => (await ownOf(of, id)).sendLocal
/** Gives a post's one channel a time of its own. */
const apart = async (
  ctx: Ctx,
  of: Scene,
  postId: string,
  channelId: string,
  local: string | null,
  zone = BERLIN,
) => {
  const to = local === null ? null : { local, zone }
  const from = await ownOf(of, postId)
  await rescheduleVariant(ctx, { postId, channelIds: [channelId], from, to, confirmed: false })
  for (let i = 0; i < 2; i++) await core.readers.drain(ctx.workspaceId)
}
const timeField = async ({ mina }: Scene, id: string) =>
  (await readBond(mina, id)).parent?.fields.find(({ field }) => field === 'time')
const answer = async ({ mina }: Scene, id: string) => {
  const { revision: base } = await rowOf(mina, id)
  return { id, fields: ['time'], seen: (await readBond(mina, id)).parent?.seen.time ?? '', base }
}

it('comes to the region with the post, at the region’s own hour', async () => {
  const of = await centralPost(core)
  await apart(of.owner, of, of.parent.id, of.here, '2027-06-10T18:00')
  const child = await of.publish()
  expect(await ownOf(of, child.id)).toEqual({ sendLocal: '2027-06-10T18:00', sendZone: 'Asia/Seoul' })
  expect(await timeField(of, child.id)).toMatchObject({ adapted: false, waiting: false })
  await schedulePost(of.mina, parseInput(schedulePost.input, { id: child.id }))
  const [due] = await of.owner.store.read
    .select({ dueAt: delivery.dueAt })
    .from(delivery)
    .where(and(eq(delivery.workspaceId, of.owner.workspaceId), eq(delivery.postId, child.id)))
  expect(due).toEqual({ dueAt: Date.parse('2027-06-10T09:00Z') })
})

it('waits for an answer where the time is not locked; taken it is HQ’s again, declined the region’s stays', async () => {
  const of = await centralPost(core)
  const child = await of.publish()
  await apart(of.owner, of, of.parent.id, of.here, '2027-06-10T18:00')
  expect(await localOf(of, child.id)).toBeNull()
  expect(await timeField(of, child.id)).toMatchObject({
    ...{ waiting: true, adapted: false, yours: [{ text: '2027-06-10 09:00 Asia/Seoul' }] },
    after: [
      { network: null, text: '2027-06-10 09:00 Asia/Seoul' },
      { network: 'practice', text: '2027-06-10 18:00 Asia/Seoul' },
    ],
  })
  await takeChange(of.mina, parseInput(takeChange.input, await answer(of, child.id)))
  expect(await localOf(of, child.id)).toBe('2027-06-10T18:00')
  expect(await timeField(of, child.id)).toMatchObject({ waiting: false, adapted: false })

  await apart(of.mina, of, child.id, of.there, '2027-06-10T20:00', 'Asia/Seoul')
  expect(await timeField(of, child.id)).toMatchObject({ waiting: false, adapted: true })
  await apart(of.owner, of, of.parent.id, of.here, null)
  expect(await timeField(of, child.id)).toMatchObject({ waiting: true, adapted: true })
  const { base: _, ...no } = await answer(of, child.id)
  await declineChange(of.mina, parseInput(declineChange.input, no))
  expect(await localOf(of, child.id)).toBe('2027-06-10T20:00')
  expect(await timeField(of, child.id)).toMatchObject({ waiting: false, declined: true })
  expect((await readDrift(of.owner, of.id)).rows[0]?.cells).toMatchObject({
    [of.seoul]: { drift: 'declined' },
  })
})

it('is carried out where HQ locked the time, with the slot and with the campaign, and back', async () => {
  const of = await centralPost(core)
  const child = await of.publish(['time'])
  await apart(of.owner, of, of.parent.id, of.here, '2027-06-10T18:00')
  expect(await localOf(of, child.id)).toBe('2027-06-10T18:00')
  const mine = apart(of.mina, of, child.id, of.there, '2027-06-10T20:00', 'Asia/Seoul')
  expect(await codeOf(mine)).toBe('bond.fieldLocked')
  await schedulePost(of.mina, parseInput(schedulePost.input, { id: child.id }))
  const move = parseInput(moveCampaign.input, { id: of.id, from: JUNE, by: 7, posts: 'along' })
  await moveCampaign(of.owner, move)
  for (let i = 0; i < 2; i++) await core.readers.drain(of.owner.workspaceId)
  expect((await rowOf(of.owner, child.id)).sendLocal).toBe('2027-06-17T09:00')
  expect(await localOf(of, child.id)).toBe('2027-06-17T18:00')
  const due = async () =>
    (
      await of.owner.store.read
        .select({ dueAt: delivery.dueAt })
        .from(delivery)
        .where(and(eq(delivery.workspaceId, of.owner.workspaceId), eq(delivery.postId, child.id)))
    )[0]?.dueAt
  expect(await due()).toBe(Date.parse('2027-06-17T09:00Z'))
  // Gone in Seoul, to come in Berlin: nothing of the time moves.
  core.setNow(Date.parse('2027-06-17T05:00Z'))
  await apart(of.owner, of, of.parent.id, of.here, '2027-06-17T13:00')
  expect(await localOf(of, child.id)).toBe('2027-06-17T18:00')
  expect((await readDrift(of.owner, of.id)).rows[0]?.cells).toMatchObject({ [of.seoul]: { behind: 1 } })
  await retime(of.owner, of.parent.id, { local: '2027-06-18T09:00', zone: BERLIN })
  await apart(of.owner, of, of.parent.id, of.here, null)
  expect(await localOf(of, child.id)).toBeNull()
  expect(await due()).toBe(Date.parse('2027-06-18T00:00Z'))
})
