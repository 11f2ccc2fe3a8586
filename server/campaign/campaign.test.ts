import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { readCampaigns } from './campaign.reads.ts'
import { readCampaignPage } from './campaign-page.reads.ts'
import { archiveCampaign, changeCampaign } from './change-campaign.ts'
import { createCampaign } from './create-campaign.ts'
import { editBrief } from './edit-brief.ts'
import { rescheduleCampaign } from './reschedule-campaign.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const settings = (teamId: string, more: object = {}) =>
  parseInput(createCampaign.input, { name: 'Chuseok', teamId, startsOn: '2026-09-01', ...more })

it('is made once, changed, counted and archived', async () => {
  const { owner, teamId } = await core.workspace()
  const id = newId()
  await createCampaign(owner, settings(teamId, { id }))
  await createCampaign(owner, settings(teamId, { id }))
  await makePost(owner, teamId, { campaignId: id })
  await changeCampaign(owner, { ...settings(teamId, { name: 'Harvest' }), id })
  expect(await readCampaigns(owner)).toMatchObject([{ id, name: 'Harvest', posts: 1, published: 0 }])
  await archiveCampaign(owner, { id })
  expect(await readCampaigns(owner)).toEqual([])
  const log = await missed(core.app, owner, 3)
  expect('events' in log && log.events.map((one) => 'type' in one && one.type)).toEqual([
    'campaign.created',
    'post.created',
    'campaign.changed',
    'campaign.archived',
  ])
})

const START = { startsOn: '2026-09-01', endsOn: null }
const move = (ctx: Ctx, id: string, endsOn = '2026-09-20', from: object = START) =>
  rescheduleCampaign(
    ctx,
    parseInput(rescheduleCampaign.input, { id, from, to: { startsOn: '2026-09-01', endsOn } }),
  )

it('has its ends moved, the first of two wins, and backwards is refused', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await createCampaign(owner, settings(teamId, { goal: 'Sell out' }))
  await move(owner, id)
  // What is sent again has happened.
  await move(owner, id)
  expect(await readCampaigns(owner)).toMatchObject([
    { startsOn: '2026-09-01', endsOn: '2026-09-20', goal: 'Sell out' },
  ])
  expect(await codeOf(move(owner, id, '2026-10-01'))).toBe('campaign.movedMeanwhile')
  const now = { startsOn: '2026-09-01', endsOn: '2026-09-20' }
  expect(() => move(owner, id, '2026-08-01', now)).toThrow('request.invalid (to.endsOn)')
  expect(await codeOf(move(owner, id, '2026-10-01', now))).toBe('done')
})

it('refuses days that run backwards', async () => {
  const { owner, teamId } = await core.workspace()
  expect(() => settings(teamId, { endsOn: '2026-08-01' })).toThrow('request.invalid (endsOn)')
  expect(await readCampaigns(owner)).toEqual([])
})

it('is nobody else’s', async () => {
  const { owner, teamId } = await core.workspace()
  const other = await core.workspace('Other')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const viewer = await core.member(owner, 'viewer')
  const { id } = await createCampaign(owner, settings(teamId))
  const tries: [() => Promise<unknown>, string][] = [
    [() => createCampaign(regional, settings(teamId)), 'request.forbidden'],
    [() => createCampaign(owner, settings(other.teamId)), 'request.notFound'],
    [() => changeCampaign(regional, { ...settings(region), id }), 'request.forbidden'],
    [() => changeCampaign(other.owner, { ...settings(other.teamId), id }), 'request.notFound'],
    [() => move(regional, id), 'request.forbidden'],
    [() => move(other.owner, id), 'request.notFound'],
    [() => move(viewer, id), 'request.forbidden'],
    [() => archiveCampaign(other.owner, { id }), 'request.notFound'],
    [() => archiveCampaign(viewer, { id }), 'request.forbidden'],
  ]
  for (const [work, code] of tries) expect(await codeOf(work())).toBe(code)
  expect(await readCampaigns(owner)).toHaveLength(1)
})

it('keeps a budget that a change does not name, and drops one that is taken off', async () => {
  const { owner, teamId } = await core.workspace()
  const budget = { amount: 1_250_050, currency: 'EUR' }
  const { id } = await createCampaign(owner, settings(teamId, { budget }))
  await changeCampaign(owner, { ...settings(teamId, { name: 'Harvest' }), id })
  expect((await readCampaignPage(owner, id)).budget).toEqual(budget)
  await changeCampaign(owner, { ...settings(teamId, { budget: null }), id })
  expect((await readCampaignPage(owner, id)).budget).toBeNull()
})

it('never lets an older brief overwrite a newer one', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await createCampaign(owner, settings(teamId))
  expect(await editBrief(owner, { id, base: 0, brief: 'One\r\n\r\nTwo ' })).toEqual({ revision: 1 })
  expect(await codeOf(editBrief(owner, { id, base: 0, brief: 'Mine' }))).toBe(
    'campaign.briefChangedMeanwhile',
  )
  // What is sent again has happened.
  expect(await editBrief(owner, { id, base: 0, brief: 'One\n\nTwo' })).toEqual({ revision: 1 })
  const { campaign } = await readCampaignPage(owner, id)
  expect(campaign).toMatchObject({ brief: 'One\n\nTwo', briefRevision: 1 })
})

it('shows its posts and progress to those who may read them, and itself to those who may see it', async () => {
  const { owner, teamId } = await core.workspace()
  const [seoul, iberia] = [await core.team(owner, 'Seoul'), await core.team(owner, 'Iberia')]
  const regional = await core.member(owner, 'editor', { narrowedTo: [seoul] })
  const central = await createCampaign(owner, settings(teamId, { targets: [{ metric: 'clicks', value: 9 }] }))
  const theirs = await createCampaign(owner, settings(iberia))
  const campaignId = central.id
  await makePost(owner, teamId, { campaignId })
  await setPost(owner, (await makePost(owner, seoul, { campaignId })).id, { stage: 'published' })
  const late = await makePost(owner, seoul, { campaignId, stage: 'draft' })
  await setPost(owner, late.id, { sendAt: owner.now() - 60_000, sendZone: 'UTC' })
  const all = await readCampaignPage(owner, campaignId)
  expect(all.progress).toMatchObject({ total: 3, byStage: { published: 1 }, overdue: [late.id] })
  expect(all.groups.map(({ stage, count }) => [stage, count])).toEqual([
    ['idea', 1],
    ['draft', 1],
    ['published', 1],
  ])
  expect(all.kpis).toEqual([{ metric: 'clicks', value: 9, measured: null }])
  const mine = await readCampaignPage(regional, campaignId)
  expect(mine.progress.byTeam).toEqual([{ teamId: seoul, total: 2, published: 1, overdue: 1 }])
  expect(mine.can).toEqual({ write: false, publish: false })
  expect(await codeOf(readCampaignPage(regional, theirs.id))).toBe('request.notFound')
  expect(await codeOf(editBrief(regional, { id: campaignId, base: 0, brief: 'x' }))).toBe('request.forbidden')
  expect(await codeOf(editBrief(regional, { id: theirs.id, base: 0, brief: 'x' }))).toBe('request.notFound')
})
