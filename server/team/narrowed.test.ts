import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { testChannel } from '#tests/support/planned-post.ts'
import { codeOf, makePost } from '#tests/support/posts.ts'
import { archiveCampaign, changeCampaign } from '../campaign/change-campaign.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { changeChannel } from '../channel/change-channel.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { startPause, stopPause } from '../delivery/pause-publishing.ts'
import { missed } from '../event/missed.ts'
import { changePost } from '../post/change-post.ts'
import { createPost } from '../post/create-post.ts'
import { services } from '../services.ts'

/** What somebody whose role is narrowed to one team sees of the others: HQ's plan, and what their own posts name. */
let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene() {
  const { owner, teamId: hq } = await core.workspace()
  const iberia = await core.team(owner, 'Iberia')
  const korea = await core.team(owner, 'Korea')
  const mina = await core.member(owner, 'manager', { narrowedTo: [korea], teamIds: [korea] })
  const campaign = async (name: string, teamId: string) => {
    const input = parseInput(createCampaign.input, { name, teamId, startsOn: '2026-09-01', goal: 'Sell' })
    return (await createCampaign(owner, input)).id
  }
  return {
    ...{ owner, mina, hq, iberia, korea },
    campaigns: { hq: await campaign('Plan', hq), iberia: await campaign('Feria', iberia) },
    korean: await campaign('Chuseok', korea),
    channels: { hq: await testChannel(owner, hq), iberia: await testChannel(owner, iberia) },
    own: await testChannel(owner, korea),
  }
}
const names = async (ctx: Ctx) => {
  const { campaigns, channels } = await services.directory.readDirectory(ctx)
  return { campaigns: campaigns.map(({ name }) => name), channels: channels.map(({ id }) => id) }
}
const heard = async (ctx: Ctx) => {
  const log = await missed(core.app, ctx, 0)
  return 'events' in log ? log.events.flatMap((one) => ('subjectId' in one ? [one.subjectId] : [])) : []
}

it('are the campaigns of one’s own team and of HQ, in lists, names, acts and events', async () => {
  const { owner, mina, campaigns, korean, korea } = await scene()
  const list = await services.campaign.readCampaigns(mina)
  expect(list.map(({ name }) => name).sort()).toEqual(['Chuseok', 'Plan'])
  expect((await names(mina)).campaigns.sort()).toEqual(['Chuseok', 'Plan'])
  expect((await names(owner)).campaigns.sort()).toEqual(['Chuseok', 'Feria', 'Plan'])
  const told = await heard(mina)
  expect(told).toEqual(expect.arrayContaining([campaigns.hq, korean]))
  expect(told).not.toContain(campaigns.iberia)
  const input = parseInput(createCampaign.input, { name: 'X', teamId: korea, startsOn: '2026-09-01' })
  const post = { teamId: korea, title: 'Ours', campaignId: campaigns.iberia }
  for (const attempt of [
    () => changeCampaign(mina, { ...input, id: campaigns.iberia }),
    () => archiveCampaign(mina, { id: campaigns.iberia }),
    () => createPost(mina, parseInput(createPost.input, post)),
  ])
    expect(await codeOf(attempt())).toBe('request.notFound')
  // HQ's plan can be adapted, not changed.
  await createPost(mina, parseInput(createPost.input, { ...post, campaignId: campaigns.hq }))
  expect(await codeOf(archiveCampaign(mina, { id: campaigns.hq }))).toBe('request.forbidden')
})

it('are the channels of one’s own team, in lists, settings, names and events', async () => {
  const { mina, channels, own } = await scene()
  expect((await services.channel.readChannels(mina)).map(({ id }) => id)).toEqual([own])
  expect((await names(mina)).channels).toEqual([own])
  for (const id of Object.values(channels)) {
    expect(await codeOf(services.channel.readChannel(mina, id))).toBe('request.notFound')
    expect(await codeOf(changeChannel(mina, { channelId: id, name: 'Mine' }))).toBe('request.notFound')
    expect(await heard(mina)).not.toContain(id)
  }
  expect(await codeOf(services.channel.readChannel(mina, own))).toBe('done')
})

it('are the names that a post of one’s own team refers to', async () => {
  const { owner, mina, korea, campaigns, channels, own } = await scene()
  const post = await makePost(owner, korea, { campaignId: campaigns.iberia, channelIds: [channels.iberia] })
  const seen = await names(mina)
  expect(seen.campaigns.sort()).toEqual(['Chuseok', 'Feria', 'Plan'])
  expect(seen.channels.sort()).toEqual([own, channels.iberia].sort())
  expect(await services.campaign.readCampaigns(mina)).toHaveLength(2)
  expect(await codeOf(services.channel.readChannel(mina, channels.iberia))).toBe('request.notFound')
  expect(await codeOf(changePost(mina, { id: post.id, title: 'Ours all the same' }))).toBe('done')
})

it('hear of a channel or campaign that comes to them or leaves them', async () => {
  const { owner, mina, iberia, korea, campaigns, channels, own } = await scene()
  const before = (await heard(mina)).length
  await changeChannel(owner, { channelId: channels.iberia, teamId: korea })
  await changeChannel(owner, { channelId: own, teamId: iberia })
  const input = parseInput(createCampaign.input, { name: 'Feria', teamId: korea, startsOn: '2026-09-01' })
  await changeCampaign(owner, { ...input, id: campaigns.iberia })
  expect((await heard(mina)).slice(before)).toEqual([channels.iberia, own, campaigns.iberia])
  expect((await names(mina)).channels).toEqual([channels.iberia])
})

it('is not told by a chosen id that something of another team exists', async () => {
  const { owner, mina, hq, korea, campaigns } = await scene()
  const theirs = await makePost(owner, hq)
  const post = parseInput(createPost.input, { teamId: korea, title: 'Ours', id: theirs.id })
  expect(await codeOf(createPost(mina, post))).toBe('request.conflict')
  const elsewhere = await core.workspace('Elsewhere')
  const foreign = await makePost(elsewhere.owner, elsewhere.teamId)
  expect(await codeOf(createPost(mina, { ...post, id: foreign.id }))).toBe('request.conflict')
  const campaign = { name: 'X', teamId: korea, startsOn: '2026-09-01', id: campaigns.iberia }
  expect(await codeOf(createCampaign(mina, parseInput(createCampaign.input, campaign)))).toBe(
    'request.conflict',
  )
})

it('are the pauses that may hold one’s own posts, with their reasons, in the house and in events', async () => {
  const { owner, mina, iberia, korea, campaigns, korean } = await scene()
  const pause = (scope: 'team' | 'campaign' | 'network', value: string) =>
    startPause(owner, { scope, value, reason: `About ${value}` })
  const open = [
    await pause('team', korea),
    await pause('campaign', korean),
    await pause('campaign', campaigns.hq),
    await pause('network', 'bluesky'),
  ].map(({ id }) => id)
  const closed = [await pause('team', iberia), await pause('campaign', campaigns.iberia)].map(({ id }) => id)
  for (const id of closed) await stopPause(owner, { id })
  const again = [await pause('team', iberia), await pause('campaign', campaigns.iberia)].map(({ id }) => id)
  const { pauses } = await services.directory.readDirectory(mina)
  expect(pauses.map(({ id }) => id).sort()).toEqual(open.toSorted())
  expect((await services.directory.readDirectory(owner)).pauses).toHaveLength(6)
  const told = await heard(mina)
  expect(told).toEqual(expect.arrayContaining(open))
  for (const id of [...closed, ...again]) expect(told).not.toContain(id)
})
