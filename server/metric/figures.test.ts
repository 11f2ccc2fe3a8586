import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { type FigureScene, plantFigureScene } from '#tests/support/figure-scene.ts'
import { makeChannel } from '#tests/support/posts.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { readFigures } from './figures.reads.ts'
import { type Figures, figuresInput, sumsOf } from './figures.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const DAY = 86_400_000
/** A seeded source, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const PARTS = ['likes', 'comments']
const ZONES = [
  'UTC',
  'Europe/Madrid',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Sao_Paulo',
]
// Both sides of the change of clocks in Europe and in America.
const NOW = Date.UTC(2026, 3, 3, 10, 17)

async function world(seed: number) {
  const { owner, teamId } = await core.workspace()
  core.setNow(NOW)
  const channelIds = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const { id: campaignId } = await createCampaign(
    owner,
    createCampaign.input.parse({ teamId, name: 'Spring', goal: '', hue: 3, startsOn: null, endsOn: null }),
  )
  const scene = await plantFigureScene(owner, {
    ...{ teamId, channelIds, campaignId, from: NOW - 90 * DAY, to: NOW + DAY, random: seeded(seed) },
    ...{ posts: 60, looks: 8, conversations: 40, turns: 9, metrics: ['likes', 'comments', 'shares'] },
  })
  return { owner, channelIds, campaignId, scene }
}

/** The local day, asked of Intl instead of Temporal. */
const dayIn = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  return (at: number) => format.format(at)
}

/** Everything one by one, from the cumulative values. */
function byHand(
  scene: FigureScene,
  asked: { channelIds: string[]; campaignId: string | null },
  figures: Figures,
) {
  const day = dayIn(figures.zone)
  const here = (row: { channelId: string }) => asked.channelIds.includes(row.channelId)
  const deliveries = scene.deliveries.filter(
    (row) => here(row) && (!asked.campaignId || row.campaignId === asked.campaignId),
  )
  const posts = new Set(
    scene.deliveries.filter((row) => row.campaignId === asked.campaignId).map((row) => row.postId),
  )
  const messages = scene.messages.filter(
    (row) => here(row) && (!asked.campaignId || (row.postId !== null && posts.has(row.postId))),
  )
  const rows = figures.days.map((row) => {
    const on = (at: number) => at < NOW && day(at) === row.day
    let engagements = 0
    let comments = 0
    for (const { id } of deliveries)
      for (const metric of PARTS) {
        const own = scene.snapshots
          .filter((one) => one.subjectId === id && one.metric === metric && one.at < NOW)
          .sort((a, b) => a.at - b.at)
        const until = own.filter((one) => day(one.at) <= row.day).at(-1)?.value ?? 0
        const before = own.filter((one) => day(one.at) < row.day).at(-1)?.value ?? 0
        engagements += until - before
        if (metric === 'comments') comments += until - before
      }
    const received = messages.filter((one) => one.direction === 'in' && on(one.at))
    const sounding = (label: string) =>
      received.filter((one) => (one.sentiment ?? 'neutral') === label).length
    return {
      day: row.day,
      posts: deliveries.filter((one) => one.state === 'sent' && on(one.sentAt ?? 0)).length,
      ...{ engagements, comments, received: received.length },
      ...{ negative: sounding('negative'), neutral: sounding('neutral'), positive: sounding('positive') },
    }
  })
  const from = figures.days[0]?.at ?? 0
  const waits = messages
    .filter((one) => one.direction === 'out' && one.sendState === 'sent' && one.at >= from && one.at < NOW)
    .filter((one) => day(one.at) <= figures.lastDay)
    .flatMap((answer) => {
      const same = messages.filter(
        (one) => one.conversationId === answer.conversationId && one.at < answer.at,
      )
      const last = Math.max(0, ...same.filter((one) => one.sendState === 'sent').map((one) => one.at))
      const open = same.filter((one) => one.direction === 'in' && one.at > last).map((one) => one.at)
      return open.length ? [answer.at - Math.min(...open)] : []
    })
    .sort((a, b) => a - b)
  const mean =
    (waits[Math.floor((waits.length - 1) / 2)] ?? 0) + (waits[Math.ceil((waits.length - 1) / 2)] ?? 0)
  return { rows, response: waits.length ? mean / 2 : null }
}

const asOwn = (figures: Figures) => figures.days.map(({ at, impressions, ...row }) => row)

const read = (ctx: Ctx, input: object) => readFigures(ctx, figuresInput.parse({ practice: '1', ...input }))

it('counts like somebody who adds everything up by hand, in any zone and period', async () => {
  const { owner, channelIds, campaignId, scene } = await world(7)
  const filter = fc.record({
    zone: fc.constantFrom(...ZONES),
    period: fc.oneof(
      fc.constantFrom({ days: '7' }, { days: '28' }, { days: '90' }),
      fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })).map(([ago, length]) => ({
        to: dayIn('UTC')(NOW - ago * DAY),
        from: dayIn('UTC')(NOW - (ago + length) * DAY),
      })),
    ),
    channel: fc.constantFrom(null, ...channelIds),
    campaign: fc.constantFrom(null, null, campaignId),
  })
  await fc.assert(
    fc.asyncProperty(filter, async ({ zone, period, channel, campaign }) => {
      const figures = await read({ ...owner, zone }, { ...period, channel, campaign, zone: 'mine' })
      // Shares are not counted by every channel's network: they count because they have been measured on each.
      const parts = figures.parts.filter((part) => part !== 'shares')
      expect(parts).toEqual(PARTS)
      const asked = { channelIds: channel ? [channel] : channelIds, campaignId: campaign }
      const without = { ...scene, snapshots: scene.snapshots }
      const own = byHand(without, asked, figures)
      const shares = sharesByDay(scene, asked, figures)
      expect(asOwn(figures)).toEqual(
        own.rows.map((row) => ({ ...row, engagements: row.engagements + (shares.get(row.day) ?? 0) })),
      )
      expect(figures.response.now).toEqual(own.response)
      const total = sumsOf(figures.days)
      expect(sumsOf(figures.channels.map((one) => one.now))).toEqual(total)
      expect(sumsOf(figures.channels.map((one) => one.before))).toEqual(sumsOf(figures.before))
    }),
    { numRuns: dialect === 'postgres' ? 12 : 30 },
  )
})

function sharesByDay(
  scene: FigureScene,
  asked: { channelIds: string[]; campaignId: string | null },
  figures: Figures,
) {
  const day = dayIn(figures.zone)
  const campaign = new Map(scene.deliveries.map((row) => [row.id, row.campaignId]))
  const sums = new Map<string, number>()
  for (const one of scene.snapshots) {
    if (one.metric !== 'shares' || one.at >= NOW || !asked.channelIds.includes(one.channelId)) continue
    if (asked.campaignId && campaign.get(one.subjectId) !== asked.campaignId) continue
    sums.set(day(one.at), (sums.get(day(one.at)) ?? 0) + one.gain)
  }
  return sums
}

it('compares a running period with as much of the one before, and a past one with all of it', async () => {
  const { owner } = await world(11)
  const running = await read(owner, { days: '7' })
  expect([running.before[0]?.day, running.before.at(-1)?.day]).toEqual(['2026-03-21', '2026-03-27'])
  const same = await read(owner, { from: '2026-03-21', to: '2026-03-27' })
  const cut = running.before.at(-1)?.received ?? 0
  expect(running.before.slice(0, -1)).toEqual(same.days.slice(0, -1))
  expect(cut).toBeLessThanOrEqual(same.days.at(-1)?.received ?? 0)
  // The week before began and ended an hour apart from it by the clocks: every day is there all the same.
  expect(same.before).toHaveLength(7)
  expect(new Set([...same.before, ...same.days].map((row) => row.day)).size).toBe(14)
})

it('leaves practice out unless asked for, and what the reader may not see', async () => {
  const { owner, teamId } = await core.workspace()
  core.setNow(NOW)
  const other = await core.team(owner, 'Iberia')
  const ours = await makeChannel(owner, teamId)
  const theirs = await makeChannel(owner, other)
  await plantFigureScene(owner, {
    ...{ teamId, channelIds: [ours, theirs], campaignId: null, from: NOW - 20 * DAY, to: NOW },
    ...{
      posts: 20,
      looks: 3,
      conversations: 10,
      turns: 4,
      metrics: ['likes', 'comments'],
      random: seeded(3),
    },
  })
  const company = await readFigures(owner, figuresInput.parse({}))
  expect(company).toMatchObject({ practice: 'out', channels: [], offered: [] })
  expect(sumsOf(company.days).received).toBe(0)
  const all = await read(owner, {})
  expect(all.practice).toBe('in')
  expect(all.channels.map(({ id }) => id).sort()).toEqual([ours, theirs].sort())
  expect(all.offered).toEqual(['likes', 'comments', 'engagements'])
  const regional = await core.member(owner, 'analyst', { narrowedTo: [other] })
  const seen = await read(regional, {})
  expect(seen.channels.map(({ id }) => id)).toEqual([theirs])
  expect(seen.top.every((one) => one.channelIds.includes(theirs))).toBe(true)
  expect(await read(regional, { channel: ours })).toMatchObject({ channels: [], top: [] })
  const stranger = (await core.workspace()).owner
  expect(await read(stranger, { channel: ours })).toMatchObject({ channels: [], top: [] })
})
