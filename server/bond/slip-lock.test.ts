import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { bond, variant } from '#db/schema.ts'
import { centralPost, retime } from '#tests/support/central-post.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, rowOf } from '#tests/support/posts.ts'
import { bulkPosts } from '../bulk/bulk-posts.ts'
import { undoBulk } from '../bulk/undo-bulk.ts'
import { archiveCampaign, changeCampaign } from '../campaign/change-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { moveCampaign } from '../campaign/move-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { publishPostNow, schedulePost } from '../delivery/schedule-post.ts'
import { unschedulePost } from '../delivery/unschedule-post.ts'
import { missed } from '../event/missed.ts'
import { mergeLabel, removeLabel } from '../label/merge-label.ts'
import { archivePost, restorePost } from '../post/archive-post.ts'
import { changePost } from '../post/change-post.ts'
import { editPost } from '../post/edit-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { rescheduleVariant } from '../post/reschedule-variant.ts'
import { swapTimes } from '../post/swap-times.ts'
import { changeSeries } from '../series/change-series.ts'
import { startSeries } from '../series/start-series.ts'
import { declineChange } from './answer-change.ts'
import { readBond } from './bond.reads.ts'
import { readDrift } from './drift.reads.ts'
import { lockFields } from './lock-fields.ts'
import { BOND_FIELDS } from './names.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

type Scene = Awaited<ReturnType<typeof centralPost>>
const ALL = [...BOND_FIELDS]
const settle = async ({ workspaceId }: Ctx) => {
  for (let i = 0; i < 3; i++) await core.readers.drain(workspaceId)
}
const lock = async ({ owner, id, seoul }: Scene, locked: typeof ALL) => {
  await lockFields(owner, { id, teamIds: [seoul], locked })
  await settle(owner)
}
const write = async (ctx: Ctx, postId: string, text: string) => {
  const { revision: base } = await rowOf(ctx, postId)
  await editPost(ctx, parseInput(editPost.input, { postId, base, text }))
  await settle(ctx)
}
const fieldsOf = async ({ mina }: Scene, id: string) =>
  Object.fromEntries(((await readBond(mina, id)).parent?.fields ?? []).map((one) => [one.field, one]))
const seen = async ({ mina }: Scene, id: string, field: string) =>
  (await readBond(mina, id)).parent?.seen[field] ?? ''

it('holds against every act of a region', async () => {
  const of = await centralPost(core)
  const { mina, seoul, there } = of
  const child = await of.publish(ALL)
  const own = await makePost(mina, seoul, { title: 'Own', text: 'x', stage: 'draft', channelIds: [there] })
  await retime(mina, own.id, { local: '2027-06-12T09:00', zone: 'Asia/Seoul' })
  const at = { sendLocal: child.sendLocal ?? '', sendZone: child.sendZone ?? '' }
  const to = { local: '2027-06-12T09:00', zone: 'Asia/Seoul' }
  const none = { sendLocal: null, sendZone: null }
  const a = { postId: child.id, ...at }
  const b = { postId: own.id, sendLocal: to.local, sendZone: to.zone }
  const [one] = await mina.store.read
    .select({ id: variant.id })
    .from(variant)
    .where(and(eq(variant.workspaceId, mina.workspaceId), eq(variant.postId, child.id)))
  const edit = (more: object) =>
    editPost(mina, parseInput(editPost.input, { postId: child.id, base: child.revision, ...more }))
  const refused = 'bond.fieldLocked'
  const channelIds = [there]
  const tries: [string, () => Promise<unknown>][] = [
    [refused, () => edit({ text: 'Mine' })],
    [refused, () => edit({ text: 'Mine', variantId: one?.id })],
    [refused, () => edit({ text: '', variantId: one?.id })],
    [refused, () => edit({ media: [], variantId: one?.id })],
    [refused, () => changePost(mina, { id: child.id, title: 'Mine' })],
    [refused, () => changePost(mina, { id: child.id, labels: ['mine'] })],
    [refused, () => reschedulePost(mina, { id: child.id, from: at, to, confirmed: true })],
    [
      refused,
      () => reschedulePost(mina, { id: child.id, from: at, to: { day: '2027-06-12' }, confirmed: true }),
    ],
    [refused, () => reschedulePost(mina, { id: child.id, from: at, to: null, confirmed: true })],
    [
      refused,
      () => rescheduleVariant(mina, { postId: child.id, channelIds, from: none, to, confirmed: true }),
    ],
    [refused, () => swapTimes(mina, { channelId: there, a, b, confirmed: true })],
    [refused, () => swapTimes(mina, { channelId: there, a: b, b: a, confirmed: true })],
    [refused, () => schedulePost(mina, { id: child.id, at: to, confirmed: true })],
    [refused, () => publishPostNow(mina, { id: child.id })],
  ]
  for (const field of ALL)
    tries.push([
      refused,
      async () =>
        declineChange(mina, { id: child.id, fields: [field], seen: await seen(of, child.id, field) }),
    ])
  for (const [code, work] of tries) expect(await codeOf(work()), String(work)).toBe(code)
  const labelled = await bulkPosts(
    mina,
    parseInput(bulkPosts.input, {
      postIds: [own.id, child.id],
      action: { kind: 'change', addLabelIds: (await makePost(mina, seoul, { labels: ['ours'] })).labels },
    }),
  )
  expect(labelled).toMatchObject({ done: [own.id], refused: [{ id: child.id, code: refused }] })
  // Copies of it are posts of the region's own; it stays what it is.
  const rule = { every: 'week' as const, step: 1, weekdays: [1 as const] }
  const series = await startSeries(
    mina,
    parseInput(startSeries.input, { postId: child.id, rule, end: null }),
  ).catch(() => null)
  if (series)
    await codeOf(
      changeSeries(mina, parseInput(changeSeries.input, { id: series.id, rule, end: null, time: '10:00' })),
    )
  // In a campaign of its own, too.
  const input = parseInput(createCampaign.input, {
    name: 'Ours',
    teamId: seoul,
    startsOn: '2027-06-01',
    endsOn: '2027-06-30',
  })
  const ours = await createCampaign(mina, input)
  await changePost(mina, { id: child.id, campaignId: ours.id })
  const days = { startsOn: '2027-06-01', endsOn: '2027-06-30' }
  const moved = await moveCampaign(mina, { id: ours.id, from: days, by: 2, posts: 'along' })
  expect(moved).toMatchObject({ moved: [], refused: [{ id: child.id, code: refused }] })
  const now = await rowOf(mina, child.id)
  for (const key of ['title', 'text', 'media', 'labels', 'sendLocal', 'sendZone'] as const)
    expect(now[key]).toEqual(child[key])
})

it('holds when a region takes back what it did to labels before they were locked', async () => {
  const of = await centralPost(core)
  const labelled = await makePost(of.owner, of.hq, { labels: ['tea'] })
  const child = await of.publish()
  const action = { kind: 'change', addLabelIds: labelled.labels }
  const input = parseInput(bulkPosts.input, { postIds: [child.id], action })
  const { undoId } = await bulkPosts(of.mina, input)
  await changePost(of.owner, { id: of.parent.id, labelIds: labelled.labels })
  await lock(of, ['labels'])
  const undone = await undoBulk(of.mina, { bulkId: undoId ?? '' })
  expect(undone).toMatchObject({ done: [], refused: [{ id: child.id, code: 'bond.fieldLocked' }] })
  expect((await rowOf(of.mina, child.id)).labels).toEqual(labelled.labels)
})

it('brings what HQ has changed meanwhile to a post that comes back onto the board, or has no slot any more', async () => {
  const of = await centralPost(core)
  const child = await of.publish(['text', 'time'])
  await archivePost(of.mina, { id: child.id })
  await write(of.owner, of.parent.id, 'Other words')
  await changePost(of.owner, { id: of.parent.id, title: 'Another title' })
  await settle(of.owner)
  await restorePost(of.mina, { id: child.id })
  await settle(of.owner)
  expect((await rowOf(of.mina, child.id)).text).toBe('Other words')
  expect(await fieldsOf(of, child.id)).toMatchObject({ title: { waiting: true }, text: { adapted: false } })
  // Who put it back has not written HQ's words: nobody of the region has.
  const [kept] = await of.owner.store.read
    .select()
    .from(bond)
    .where(eq(bond.workspaceId, of.owner.workspaceId))
  expect(kept?.told).toEqual(['title'])
  // A slot cannot move to a time that has gone; without the slot it is a draft with HQ's time.
  await schedulePost(of.mina, parseInput(schedulePost.input, { id: child.id }))
  await retime(of.owner, of.parent.id, { local: '2027-05-19T09:00', zone: 'Europe/Berlin' })
  await settle(of.owner)
  expect((await rowOf(of.mina, child.id)).sendLocal).toBe('2027-06-10T09:00')
  await unschedulePost(of.mina, parseInput(unschedulePost.input, { id: child.id }))
  await settle(of.owner)
  expect((await rowOf(of.mina, child.id)).sendLocal).toBe('2027-05-19T09:00')
})

it('ends when nobody could unlock it any more: the campaign is archived, or a region’s', async () => {
  for (const leave of ['archive', 'hand over'] as const) {
    const of = await centralPost(core)
    const child = await of.publish(ALL)
    const settings = { id: of.id, name: 'Summer', teamId: of.seoul }
    if (leave === 'archive') await archiveCampaign(of.owner, { id: of.id })
    else await changeCampaign(of.owner, parseInput(changeCampaign.input, settings))
    await settle(of.owner)
    const log = await missed(core.app, of.mina, 0)
    const told =
      'events' in log ? log.events.filter((one) => 'type' in one && one.type === 'campaign.locked') : []
    expect(told).toMatchObject([{ data: { fields: [], childIds: [child.id] } }])
    expect(Object.values(await fieldsOf(of, child.id)).some(({ locked }) => locked)).toBe(false)
    await write(of.mina, child.id, 'Ours now')
    expect((await rowOf(of.mina, child.id)).text).toBe('Ours now')
  }
})

it('takes two labels that become one, or one that goes, for no change of HQ’s', async () => {
  const of = await centralPost(core)
  const { labels } = await makePost(of.owner, of.hq, { labels: ['tea', 'tee', 'ours'] })
  const [tea = '', tee = '', ours = ''] = labels
  await changePost(of.owner, { id: of.parent.id, labelIds: [tee] })
  const child = await of.publish()
  await changePost(of.mina, { id: child.id, labelIds: [tee, ours] })
  await mergeLabel(of.owner, { id: tee, intoId: tea })
  const own = { adapted: true, waiting: false }
  expect(await fieldsOf(of, child.id)).toMatchObject({ labels: own })
  await removeLabel(of.owner, { id: tea })
  expect(await fieldsOf(of, child.id)).toMatchObject({ labels: own })
})

it('does not take times of single channels that it never knew of for a change of HQ’s', async () => {
  const of = await centralPost(core)
  const child = await of.publish()
  // As it was before such times came to regions.
  const apart = (local: string | null, from: string | null) => {
    const time = (one: string | null) => ({ sendLocal: one, sendZone: one && 'Europe/Berlin' })
    const to = local === null ? null : { local, zone: 'Europe/Berlin' }
    const about = { postId: of.parent.id, channelIds: [of.here], from: time(from), to, confirmed: false }
    return rescheduleVariant(of.owner, about)
  }
  await apart('2027-06-11T09:00', null)
  await settle(of.owner)
  const forget = () =>
    of.owner.store.write(async (db) => {
      const here = and(eq(bond.workspaceId, of.owner.workspaceId), eq(bond.childId, child.id))
      const [row] = await db.select().from(bond).where(here)
      const { ownTimes: _, ...base } = row?.base ?? ({} as never)
      await db.update(bond).set({ base, told: [] }).where(here)
    })
  const drift = async () => (await readDrift(of.mina, of.id)).rows.map(({ cells }) => cells[of.seoul]?.drift)
  await forget()
  expect(await fieldsOf(of, child.id)).toMatchObject({ time: { waiting: false, adapted: true } })
  expect(await drift()).toEqual(['adapted'])
  // Nor after another change.
  await write(of.owner, of.parent.id, 'Other words')
  expect(await fieldsOf(of, child.id)).toMatchObject({ time: { waiting: false }, text: { waiting: true } })
  // But when HQ changes them now.
  await apart('2027-06-12T09:00', '2027-06-11T09:00')
  await settle(of.owner)
  expect(await fieldsOf(of, child.id)).toMatchObject({ time: { waiting: true } })
  await forget()
  await apart(null, '2027-06-12T09:00')
  await apart('2027-06-13T09:00', null)
  await settle(of.owner)
  expect(await fieldsOf(of, child.id)).toMatchObject({ time: { waiting: true } })
})
