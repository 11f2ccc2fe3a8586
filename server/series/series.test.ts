import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { post, postEdit, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf } from '#tests/support/posts.ts'
import { decideApproval } from '../approval/decide-approval.ts'
import { submitPost } from '../approval/submit-post.ts'
import { publishCampaign } from '../bond/publish-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { createChecklist } from '../checklist/change-checklist.ts'
import { addItem } from '../checklist/change-item.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput, perform } from '../core/verb.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { missed } from '../event/missed.ts'
import { archivePost } from '../post/archive-post.ts'
import { changePost } from '../post/change-post.ts'
import { readDraft } from '../post/draft.reads.ts'
import { editPost } from '../post/edit-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { carryOn } from './carry-on.ts'
import { changeSeries } from './change-series.ts'
import { endSeries } from './end-series.ts'
import { fillAllSeries } from './fill-series.job.ts'
import { startSeries } from './start-series.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterEach(() => core.setNow(undefined))
afterAll(() => core.drop())

const DAY = 86_400_000
const NOW = Date.parse('2026-11-23T08:00Z')
const MONDAYS = { every: 'week', step: 1, weekdays: [1] } as const

const scheduled = async (ctx: Ctx, teamId: string, more: object = {}) => {
  const row = await makePost(ctx, teamId, { title: 'Tip', text: 'Words', ...more })
  const from = { sendLocal: null, sendZone: null }
  const to = { local: '2026-11-23T09:00', zone: 'Europe/Berlin' }
  await reschedulePost(ctx, { id: row.id, from, to, confirmed: true })
  return rowOf(ctx, row.id)
}
const start = (ctx: Ctx, postId: string, more: object = {}) =>
  startSeries(ctx, parseInput(startSeries.input, { postId, rule: MONDAYS, end: null, ...more }))
const copies = async (ctx: Ctx, seriesId: string) => {
  const rows = await ctx.store.read
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.seriesId, seriesId)))
  return rows
    .filter((row) => row.seriesDay !== null)
    .sort((a, b) => (a.seriesDay ?? '').localeCompare(b.seriesDay ?? ''))
}
const fill = () =>
  fillAllSeries.run({}, { app: core.app, extend: async () => undefined, stopping: () => false } as never)

it('makes drafts of their own for 90 days, each at its local time, whatever clocks do', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId, 'required')
  const writer = await core.member(owner, 'editor')
  const row = await scheduled(owner, teamId, {
    labels: ['tips'],
    channelIds: [channelId],
    assigneeId: writer.memberId,
  })
  await editPost(writer, parseInput(editPost.input, { postId: row.id, base: 0, text: 'Better words' }))
  const list = await createChecklist(owner, { postId: row.id, name: 'Before' })
  const item = { checklistId: list.id, text: 'Proof', done: true }
  await addItem(owner, parseInput(addItem.input, item))
  const { id, made } = await start(owner, row.id)
  const all = await copies(owner, id)
  expect(made).toBe(12)
  expect(all).toHaveLength(12)
  expect(all.map((one) => one.sendLocal)[0]).toBe('2026-11-30T09:00')
  expect(all.at(-1)?.sendLocal).toBe('2027-02-15T09:00')
  const [one] = all
  expect(one).toMatchObject({
    title: 'Tip',
    text: 'Better words',
    stage: 'draft',
    labels: row.labels,
    assigneeId: writer.memberId,
    checksTotal: 1,
    checksDone: 0,
    revision: 0,
  })
  const draft = await readDraft(owner, one?.id ?? '')
  expect(draft.variants).toMatchObject([{ channelId, stage: 'draft', planned: false }])
  expect(draft.checklists[0]?.items).toMatchObject([{ text: 'Proof', done: false }])
  expect(draft.series).toMatchObject({ postId: row.id, title: 'Tip', ahead: 12, untouched: 12 })
  // Whoever wrote the words may not approve them in a copy either.
  const edits = await owner.store.read
    .select()
    .from(postEdit)
    .where(and(eq(postEdit.workspaceId, owner.workspaceId), eq(postEdit.postId, one?.id ?? '')))
  expect(edits.map((edit) => edit.memberId).sort()).toEqual([owner.memberId, writer.memberId].sort())
  const log = await missed(core.app, owner, 0)
  const filled =
    'events' in log && log.events.filter((event) => 'type' in event && event.type === 'series.filled')
  expect(filled).toHaveLength(1)
})

it('goes on day by day, never makes one twice, and does not bring back what was archived', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const row = await scheduled(owner, teamId)
  const { id } = await start(owner, row.id, { rule: { every: 'day', step: 1 } })
  const before = await copies(owner, id)
  expect(before).toHaveLength(90)
  await archivePost(owner, { id: before[3]?.id ?? '' })
  await fill()
  core.setNow(NOW + 2 * DAY)
  await Promise.all([fill(), fill()])
  const after = await copies(owner, id)
  expect(after).toHaveLength(92)
  expect(new Set(after.map((one) => one.seriesDay)).size).toBe(92)
  expect(after[3]?.archivedAt).not.toBeNull()
  await archivePost(owner, { id: row.id })
  core.setNow(NOW + 4 * DAY)
  await fill()
  expect(await copies(owner, id)).toHaveLength(92)
})

it('replaces by a new rule what nobody touched, and says how many stay', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const row = await scheduled(owner, teamId)
  const { id } = await start(owner, row.id)
  const [first, second, third] = await copies(owner, id)
  core.setNow(NOW + 1000)
  await changePost(owner, { id: first?.id ?? '', title: 'Another' })
  const change = (more: object) =>
    changeSeries(
      owner,
      parseInput(changeSeries.input, { id, rule: MONDAYS, end: null, time: '09:00', ...more }),
    )
  // What fits still stays the very same post.
  expect(await change({ end: { until: '2026-12-14' } })).toEqual({
    made: 0,
    removed: 9,
    kept: 0,
    because: {},
  })
  expect((await copies(owner, id)).map((one) => one.id)).toEqual([first?.id, second?.id, third?.id])
  expect(await change({ rule: { ...MONDAYS, weekdays: [4] }, time: '18:30', end: { times: 3 } })).toEqual({
    made: 2,
    removed: 2,
    kept: 1,
    because: { changed: 1 },
  })
  expect((await copies(owner, id)).map((one) => [one.sendLocal, one.title])).toEqual([
    ['2026-11-26T18:30', 'Tip'],
    ['2026-11-30T09:00', 'Another'],
    ['2026-12-03T18:30', 'Tip'],
  ])
  core.setNow(NOW + 2000)
  // The words of the post have changed: copies that nobody touched take them.
  await editPost(owner, parseInput(editPost.input, { postId: row.id, base: 0, text: 'New' }))
  await change({ rule: { ...MONDAYS, weekdays: [4] }, time: '18:30', end: { times: 3 } })
  expect((await copies(owner, id)).map((one) => one.text)).toEqual(['New', 'Words', 'New'])
})

it('carries a copy’s words on to those after it that nobody touched, and to those still to come', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const row = await scheduled(owner, teamId)
  const { id } = await start(owner, row.id, { end: { times: 20 } })
  const all = await copies(owner, id)
  const [, second, third, fourth] = all.map((one) => one.id)
  core.setNow(NOW + 1000)
  await editPost(owner, parseInput(editPost.input, { postId: second ?? '', base: 0, text: 'Winter' }))
  await changePost(owner, { id: fourth ?? '', title: 'Mine' })
  const seen = async (of = '') => (await readDraft(owner, of)).series
  expect(await seen(second)).toMatchObject({ behind: 9, untouched: 10 })
  for (const other of [row.id, third]) expect(await seen(other)).toMatchObject({ behind: 0 })
  core.setNow(NOW + 2000)
  expect(await carryOn(owner, { postId: second ?? '' })).toEqual({
    ...{ id, made: 9, removed: 9, kept: 1 },
    because: { changed: 1 },
  })
  const texts = (await copies(owner, id)).map((one) => one.text)
  expect(texts).toEqual(['Words', 'Winter', 'Winter', 'Words', ...Array(8).fill('Winter')])
  expect((await copies(owner, id)).map((one) => one.sendLocal)).toEqual(all.map((one) => one.sendLocal))
  expect(await seen(row.id)).toMatchObject({ postId: second, behind: 0, ahead: 12 })
  core.setNow(NOW + 14 * DAY)
  await fill()
  expect((await copies(owner, id)).at(-1)?.text).toBe('Winter')
  // Left out one time, it does not end what comes after it.
  const before = (await copies(owner, id)).length
  await archivePost(owner, { id: second ?? '' })
  expect(await seen(row.id)).toMatchObject({ resting: false })
  core.setNow(NOW + 21 * DAY)
  await fill()
  expect((await copies(owner, id)).map((one) => one.text).slice(before)).toEqual(['Winter'])
  const lone = await makePost(owner, teamId)
  expect(await codeOf(carryOn(owner, { postId: lone.id }))).toBe('series.none')
})

it('leaves what was submitted, approved, scheduled or given to regions as it is when words are carried on, and says so', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const boss = await core.member(owner, 'manager')
  const region = await core.team(owner, 'Iberia')
  const { id: campaignId } = await createCampaign(
    owner,
    createCampaign.input.parse({ name: 'Autumn', teamId }),
  )
  const channelIds = [await makeChannel(owner, teamId, 'required')]
  const row = await scheduled(owner, teamId, { channelIds })
  const { id } = await start(owner, row.id, { end: { times: 8 } })
  const [first, inReview, approved, planned, given, changed] = (await copies(owner, id)).map((one) => one.id)
  core.setNow(NOW + 1000)
  for (const postId of [inReview, approved, planned]) await submitPost(owner, { postId: postId ?? '' })
  for (const postId of [approved, planned]) {
    const { variants } = await readDraft(boss, postId ?? '')
    const on = variants.map((one) => ({ variantId: one.id, hash: one.hash }))
    await perform(boss, decideApproval, { postId, kind: 'approve', on })
  }
  await perform(owner, schedulePost, { id: planned })
  await changePost(owner, { id: given ?? '', campaignId })
  await perform(owner, publishCampaign, { id: campaignId, teamIds: [region] })
  await changePost(owner, { id: changed ?? '', title: 'Mine' })
  core.setNow(NOW + 2000)
  await editPost(owner, parseInput(editPost.input, { postId: first ?? '', base: 0, text: 'Winter' }))
  const stood = async () => {
    const { variants } = await readDraft(owner, approved ?? '')
    return variants.map((one) => [one.stage, one.hash])
  }
  const before = await stood()
  expect(await carryOn(owner, { postId: first ?? '' })).toEqual({
    ...{ id, made: 1, removed: 1, kept: 5 },
    because: { inReview: 1, approved: 1, scheduled: 1, regions: 1, changed: 1 },
  })
  // What was approved still is, in the very words that were; what came new has no approval to lose.
  expect(await stood()).toEqual(before)
  expect((await copies(owner, id)).map((one) => [one.stage, one.text])).toEqual([
    ['draft', 'Winter'],
    ['in_review', 'Words'],
    ['approved', 'Words'],
    ['scheduled', 'Words'],
    ['draft', 'Words'],
    ['draft', 'Words'],
    ['draft', 'Winter'],
  ])
})

it('ends: what nobody touched goes or stays, and all are posts like any other', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const row = await scheduled(owner, teamId, { channelIds: [await makeChannel(owner, teamId)] })
  const { id } = await start(owner, row.id, { end: { times: 4 } })
  expect(await codeOf(start(owner, row.id))).toBe('series.already')
  const [first] = await copies(owner, id)
  core.setNow(NOW + 1000)
  await changePost(owner, { id: first?.id ?? '', title: 'Another' })
  expect(await endSeries(owner, { id, remove: true })).toMatchObject({ made: 0, removed: 2, kept: 1 })
  expect(await copies(owner, id)).toEqual([])
  expect((await rowOf(owner, first?.id ?? '')).seriesId).toBeNull()
  const left = await owner.store.read.select().from(variant).where(eq(variant.workspaceId, owner.workspaceId))
  expect(left).toHaveLength(2)
  expect(await codeOf(endSeries(owner, { id, remove: false }))).toBe('request.notFound')
  const again = await start(owner, row.id, { end: { times: 2 } })
  expect(again.made).toBe(1)
  expect(await endSeries(owner, { id: again.id, remove: false })).toMatchObject({
    made: 0,
    removed: 0,
    kept: 1,
  })
})

it('is refused without a time, with an end before its start, and to those who may not', async () => {
  core.setNow(NOW)
  const { owner, teamId } = await core.workspace()
  const other = await core.workspace('Other')
  const viewer = await core.member(owner, 'viewer')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const idea = await makePost(owner, teamId)
  expect(await codeOf(start(owner, idea.id))).toBe('series.needsTime')
  const row = await scheduled(owner, teamId)
  expect(await codeOf(start(owner, row.id, { end: { until: '2026-11-23' } }))).toBe('series.endsBeforeStart')
  const { id } = await start(owner, row.id)
  const change = parseInput(changeSeries.input, { id, rule: MONDAYS, end: null, time: '10:00' })
  for (const [ctx, code] of [
    [viewer, 'request.forbidden'],
    [regional, 'request.notFound'],
    [other.owner, 'request.notFound'],
  ] as const) {
    expect(await codeOf(start(ctx, row.id))).toBe(code)
    expect(await codeOf(changeSeries(ctx, change))).toBe(code)
    expect(await codeOf(endSeries(ctx, { id, remove: true }))).toBe(code)
  }
  expect(await copies(owner, id)).toHaveLength(12)
})

it('leaves an hour that clocks skip to the next valid minute', async () => {
  core.setNow(Date.parse('2027-03-20T08:00Z'))
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const to = { local: '2027-03-26T02:30', zone: 'Europe/Berlin' }
  await reschedulePost(owner, { id: row.id, from: { sendLocal: null, sendZone: null }, to, confirmed: true })
  const { id } = await start(owner, row.id, { rule: { every: 'day', step: 1 }, end: { times: 4 } })
  expect((await copies(owner, id)).map((one) => one.sendLocal)).toEqual([
    '2027-03-27T02:30',
    '2027-03-28T03:00',
    '2027-03-29T02:30',
  ])
})
