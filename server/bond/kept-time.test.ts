import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { event, notification } from '#db/schema.ts'
import { centralPost, JUNE, retime } from '#tests/support/central-post.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { rowOf, setPost } from '#tests/support/posts.ts'
import { moveCampaign } from '../campaign/move-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { readNotifications } from '../notification/notification.reads.ts'
import { goesByMail } from '../notification/notification-mail.rules.ts'
import { changePost } from '../post/change-post.ts'
import { lockFields } from './lock-fields.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const drain = async (ctx: Ctx) => {
  for (let i = 0; i < 3; i++) await core.readers.drain(ctx.workspaceId)
}
const told = async (ctx: Ctx) =>
  (await readNotifications(ctx)).list
    .filter(({ kind }) => kind.startsWith('timeKept'))
    .map(({ kind, title, by, what, team, subjectId }) => ({ kind, title, by, what, team, subjectId }))
const at = (local: string) => ({ local, zone: 'Europe/Berlin' })

it('tells the region and who moved the campaign that a locked slot could not follow, once', async () => {
  const of = await centralPost(core)
  const child = await of.publish(['time'])
  await schedulePost(of.mina, parseInput(schedulePost.input, { id: child.id }))
  // 9 in Berlin is to come, 9 in Seoul has gone.
  core.setNow(Date.parse('2027-06-08T06:00Z'))
  await moveCampaign(
    of.owner,
    parseInput(moveCampaign.input, { id: of.id, from: JUNE, by: -2, posts: 'along' }),
  )
  await drain(of.owner)
  expect((await rowOf(of.owner, child.id)).sendLocal).toBe('2027-06-10T09:00')
  const region = { kind: 'timeKept', title: 'Teaser', by: 'Olivia Owner', what: 'late', team: '' }
  const mover = { ...region, kind: 'timeKeptThere', by: '', team: 'Seoul', subjectId: of.parent.id }
  expect(await told(of.mina)).toEqual([{ ...region, subjectId: child.id }])
  expect(await told(of.owner)).toEqual([mover])
  expect(goesByMail({}, 'timeKept') && goesByMail({}, 'timeKeptThere')).toBe(true)
  // Another change of HQ's is no news of the time; another time is.
  await changePost(of.owner, { id: of.parent.id, title: 'Teaser' })
  await changePost(of.owner, { id: of.parent.id, title: 'Teaser 2' })
  await drain(of.owner)
  expect(await told(of.mina)).toHaveLength(1)
  await retime(of.owner, of.parent.id, at('2027-06-08T08:30'))
  await drain(of.owner)
  expect(await told(of.mina)).toHaveLength(2)
  expect(await told(of.owner)).toHaveLength(2)
  // One that it can follow, it follows, and nobody is told.
  await retime(of.owner, of.parent.id, at('2027-06-20T09:00'))
  await drain(of.owner)
  expect((await rowOf(of.owner, child.id)).sendLocal).toBe('2027-06-20T09:00')
  expect(await told(of.mina)).toHaveLength(2)
})

it('says why: it has gone out, it cannot be without a time, or clocks leave the hour out', async () => {
  const sent = await centralPost(core)
  const out = await sent.publish(['time'])
  await setPost(sent.owner, out.id, { stage: 'published' })
  await retime(sent.owner, sent.parent.id, at('2027-06-17T09:00'))
  await drain(sent.owner)
  expect(await told(sent.mina)).toMatchObject([{ what: 'sent' }])
  expect(await told(sent.owner)).toMatchObject([{ what: 'sent', team: 'Seoul' }])

  const none = await centralPost(core)
  const planned = await none.publish(['time'])
  await schedulePost(none.mina, parseInput(schedulePost.input, { id: planned.id }))
  await retime(none.owner, none.parent.id, null)
  await drain(none.owner)
  expect(await told(none.mina)).toMatchObject([{ what: 'none' }])

  const skipped = await centralPost(core, { zone: 'America/New_York' })
  const east = await skipped.publish(['time'])
  await retime(skipped.owner, skipped.parent.id, at('2028-03-12T02:30'))
  await drain(skipped.owner)
  expect((await rowOf(skipped.owner, east.id)).sendLocal).toBe('2028-03-12T03:00')
  expect(await told(skipped.mina)).toMatchObject([{ what: 'skipped' }])
})

it('tells of a lock that comes too late for a slot, not of what had gone out before; and nobody else', async () => {
  const of = await centralPost(core)
  const iberia = await core.team(of.owner, 'Iberia')
  const far = await core.member(of.owner, 'manager', { narrowedTo: [iberia] })
  const hqOnly = await core.member(of.owner, 'manager', { name: 'Hanna', narrowedTo: [of.hq] })
  const child = await of.publish()
  await retime(of.mina, child.id, { local: '2027-06-11T20:00', zone: 'Asia/Seoul' })
  await schedulePost(of.mina, parseInput(schedulePost.input, { id: child.id }))
  await drain(of.owner)
  core.setNow(Date.parse('2027-06-10T06:00Z'))
  await lockFields(hqOnly, { id: of.id, teamIds: [of.seoul], locked: ['time'] })
  await drain(of.owner)
  expect(await told(of.mina)).toMatchObject([{ what: 'late', by: 'Hanna' }])
  // She reads none of Seoul's posts: what she is told is of her own.
  expect(await told(hqOnly)).toMatchObject([{ team: 'Seoul', subjectId: of.parent.id }])
  expect([await told(far), await told(of.owner)]).toEqual([[], []])
  const rows = await of.owner.store.read
    .select({ audience: event.audience })
    .from(event)
    .where(and(eq(event.workspaceId, of.owner.workspaceId), eq(event.type, 'bond.timeKeptThere')))
  expect(rows).toEqual([{ audience: `member:${hqOnly.memberId}` }])

  const gone = await centralPost(core)
  const early = await gone.publish()
  await retime(gone.mina, early.id, { local: '2027-06-11T20:00', zone: 'Asia/Seoul' })
  await setPost(gone.owner, early.id, { stage: 'published' })
  await drain(gone.owner)
  await lockFields(gone.owner, { id: gone.id, teamIds: [gone.seoul], locked: ['time'] })
  await drain(gone.owner)
  const all = await gone.owner.store.read
    .select()
    .from(notification)
    .where(eq(notification.workspaceId, gone.owner.workspaceId))
  expect(all.filter(({ kind }) => kind.startsWith('timeKept'))).toEqual([])
})
