import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { delivery, type post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { readDays } from './month.reads.ts'
import { reschedulePost } from './reschedule-post.ts'

let core: TestCore
const NOW = Date.parse('2026-03-20T12:00Z')
beforeAll(async () => {
  core = await testCore()
  core.setNow(NOW)
})
afterAll(() => core.drop())

type To = Parameters<typeof reschedulePost>[1]['to']
const reschedule = (ctx: Ctx, row: typeof post.$inferSelect, to: To, confirmed = false) =>
  reschedulePost(ctx, {
    id: row.id,
    from: { sendLocal: row.sendLocal, sendZone: row.sendZone },
    to,
    confirmed,
  })

async function planned(local = '2026-03-25T18:30', zone = 'Europe/Berlin') {
  const { owner, teamId } = await core.workspace()
  const made = await makePost(owner, teamId)
  await reschedule(owner, made, { local, zone })
  return { owner, teamId, row: await rowOf(owner, made.id) }
}

it.each<[string, string, string, string, To, object | string]>([
  [
    'another day keeps the time',
    '2026-03-25T18:30',
    'Europe/Berlin',
    'UTC',
    { day: '2026-04-02' },
    { sendLocal: '2026-04-02T18:30', sendAt: Date.parse('2026-04-02T16:30Z') },
  ],
  [
    'a skipped hour',
    '2026-03-25T02:30',
    'Europe/Berlin',
    'UTC',
    { day: '2026-03-29' },
    { sendLocal: '2026-03-29T03:00', sendAt: Date.parse('2026-03-29T01:00Z') },
  ],
  [
    'a date and time in another zone',
    '2026-03-25T18:30',
    'Europe/Berlin',
    'UTC',
    { local: '2026-03-26T09:00', zone: 'Asia/Seoul' },
    { sendLocal: '2026-03-26T09:00', sendZone: 'Asia/Seoul', sendAt: Date.parse('2026-03-26T00:00Z') },
  ],
  [
    'off the calendar',
    '2026-03-25T18:30',
    'Europe/Berlin',
    'UTC',
    null,
    { sendLocal: null, sendZone: null, sendAt: null },
  ],
  ['into the past', '2026-03-25T18:30', 'Europe/Berlin', 'UTC', { day: '2026-03-19' }, 'post.timePast'],
  ['to the next minutes', '2026-03-25T12:03', 'UTC', 'UTC', { day: '2026-03-20' }, 'post.timeSoon'],
])('%s', async (_, local, zone, _own, to, answer) => {
  const { owner, row } = await planned(local, zone)
  if (typeof answer === 'string') {
    expect(await codeOf(reschedule(owner, row, to))).toBe(answer)
    expect(await rowOf(owner, row.id)).toMatchObject({ sendLocal: local })
    expect(await codeOf(reschedule(owner, row, to, true))).toBe('done')
  } else {
    await reschedule(owner, row, to)
    expect(await rowOf(owner, row.id)).toMatchObject(answer)
  }
})

it('gives a post without a time nine o’clock on the day it is dropped on', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  await reschedule(owner, row, { day: '2026-03-27', zone: 'Asia/Seoul' })
  expect(await rowOf(owner, row.id)).toMatchObject({
    sendLocal: '2026-03-27T09:00',
    sendZone: 'Asia/Seoul',
  })
})

it('lets the first of two win', async () => {
  const { owner, row } = await planned()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  await reschedule(mina, row, { day: '2026-03-27' })
  await expect(reschedule(owner, row, { day: '2026-03-30' })).rejects.toMatchObject({
    code: 'post.movedMeanwhile',
    params: { name: 'Mina Kim' },
  })
})

it('takes planned deliveries along, and none that is being sent', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  const made = await makePost(owner, teamId, { channelIds: [channelId] })
  await reschedule(owner, made, { local: '2026-03-25T10:00', zone: 'UTC' })
  await setPost(owner, made.id, { stage: 'scheduled' })
  const [own] = await owner.store.read
    .select()
    .from(variant)
    .where(eq(variant.workspaceId, owner.workspaceId))
  const id = newId()
  await owner.store.write((db) =>
    db
      .insert(delivery)
      .values({
        id,
        workspaceId: owner.workspaceId,
        postId: made.id,
        variantId: own!.id,
        channelId,
        versionHash: 'h',
        dueAt: Date.parse('2026-03-25T10:00Z'),
        tryAt: Date.parse('2026-03-25T10:00Z'),
        state: 'planned',
        createdAt: NOW,
        updatedAt: NOW,
      })
      .then(() => undefined),
  )
  const due = async () => {
    const [row] = await owner.store.read
      .select({ dueAt: delivery.dueAt, tryAt: delivery.tryAt })
      .from(delivery)
      .where(eq(delivery.workspaceId, owner.workspaceId))
    return row && Math.max(row.dueAt, row.tryAt)
  }
  await reschedule(owner, await rowOf(owner, made.id), { day: '2026-03-28' })
  expect(await due()).toBe(Date.parse('2026-03-28T10:00Z'))
  expect(await codeOf(reschedule(owner, await rowOf(owner, made.id), null))).toBe('post.scheduledNeedsTime')
  await owner.store.write((db) =>
    db
      .update(delivery)
      .set({ state: 'sending' })
      .where(and(eq(delivery.workspaceId, owner.workspaceId), eq(delivery.id, id)))
      .then(() => undefined),
  )
  expect(await codeOf(reschedule(owner, await rowOf(owner, made.id), { day: '2026-03-29' }))).toBe(
    'delivery.inProgress',
  )
})

it('shows every post on the day of its own zone, at whatever hour', async () => {
  const { owner, teamId } = await core.workspace()
  const places: [string, string][] = [
    ['2026-04-01T00:00', 'Pacific/Kiritimati'],
    ['2026-04-01T00:00', 'Pacific/Pago_Pago'],
    ['2026-04-30T23:59', 'Pacific/Pago_Pago'],
    ['2026-04-30T23:59', 'Pacific/Kiritimati'],
    ['2026-03-31T23:59', 'Pacific/Pago_Pago'],
    ['2026-05-01T00:00', 'Pacific/Kiritimati'],
  ]
  for (const [local, zone] of places) {
    const row = await makePost(owner, teamId, { title: `${local} ${zone}` })
    await reschedule(owner, row, { local, zone })
  }
  const seen = await readDays(owner, '2026-04-01', '2026-04-30')
  expect(seen.map((card) => card.title).sort()).toEqual(
    places
      .slice(0, 4)
      .map((at) => at.join(' '))
      .sort(),
  )
})

it('is nobody else’s, and published posts stay', async () => {
  const { owner, row } = await planned()
  const stranger = (await core.workspace('Other')).owner
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const viewer = await core.member(owner, 'viewer')
  expect(await codeOf(reschedule(stranger, row, { day: '2026-04-02' }))).toBe('request.notFound')
  expect(await codeOf(reschedule(regional, row, { day: '2026-04-02' }))).toBe('request.notFound')
  expect(await codeOf(reschedule(viewer, row, { day: '2026-04-02' }))).toBe('request.forbidden')
  expect(await readDays(regional, '2026-03-01', '2026-03-31')).toEqual([])
  expect(await readDays(stranger, '2026-03-01', '2026-03-31')).toEqual([])
  await setPost(owner, row.id, { stage: 'published' })
  expect(await codeOf(reschedule(owner, row, { day: '2026-04-02' }))).toBe('post.published')
})
