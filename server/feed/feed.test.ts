import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, setPost } from '#tests/support/posts.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { removeMember } from '../member/remove-member.ts'
import { createFeed, revokeFeed } from './create-feed.ts'
import { feedOf, readFeed, readFeeds } from './feed.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
  core.setNow(Date.parse('2026-03-20T12:00Z'))
})
afterAll(() => core.drop())

const secretOf = ({ path }: { path: string }) => /^\/calendar\/(.+)\.ics$/.exec(path)?.[1] ?? ''

async function planned(ctx: Ctx, teamId: string, title: string, local: string, zone = 'UTC') {
  const row = await makePost(ctx, teamId, { title, channelIds: [await makeChannel(ctx, teamId)] })
  const offset = zone === 'UTC' ? 'Z' : '+09:00'
  await setPost(ctx, row.id, { sendLocal: local, sendZone: zone, sendAt: Date.parse(local + offset) })
  return row
}
const titles = async (path: { path: string }) => {
  const feed = await feedOf(core.app, secretOf(path))
  return feed && (await readFeed(feed)).slots.map((slot) => slot.title)
}

describe('a calendar feed', () => {
  it('shows what its member sees now, a team’s only its own', async () => {
    const { owner, teamId } = await core.workspace()
    const region = await core.team(owner, 'Iberia')
    await planned(owner, teamId, 'HQ', '2026-04-02T09:00')
    await planned(owner, region, 'Region', '2026-04-01T09:00', 'Asia/Seoul')
    const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
    const all = await createFeed(owner, { teamId: null })
    expect(await titles(all)).toEqual(['Region', 'HQ'])
    expect(await titles(await createFeed(owner, { teamId }))).toEqual(['HQ'])
    const theirs = await createFeed(regional, { teamId: null })
    expect(await titles(theirs)).toEqual(['Region'])
    expect(await codeOf(createFeed(regional, { teamId }))).toBe('request.forbidden')
    expect(await readFeeds(regional)).toMatchObject([{ teamId: null }])
    // Who is no member any more has no calendar.
    await removeMember(owner, { memberId: regional.memberId ?? '' })
    expect(await titles(theirs)).toBeUndefined()
  })

  it('has the campaigns one sees that have a day in its range; a team’s those that it owns or takes part in', async () => {
    const { owner, teamId } = await core.workspace()
    const region = await core.team(owner, 'Iberia')
    const made = async (name: string, of: string, startsOn: string | null, endsOn: string | null) =>
      (await createCampaign(owner, parseInput(createCampaign.input, { name, teamId: of, startsOn, endsOn })))
        .id
    const shared = await made('Shared', teamId, '2026-04-01', '2026-04-30')
    await made('HQ only', teamId, '2026-05-01', '2026-05-02')
    await made('Local', region, '2026-03-01', null)
    await made('Long ago', teamId, '2025-12-01', '2026-01-18')
    await made('Far', teamId, '2027-03-21', '2027-04-01')
    await made('No days', teamId, null, null)
    const { id } = await planned(owner, region, 'Region', '2026-04-01T09:00')
    await setPost(owner, id, { campaignId: shared })
    const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
    const namesOf = async (who: Ctx, of: string | null, wanted?: boolean) => {
      const feed = await feedOf(core.app, secretOf(await createFeed(who, { teamId: of })))
      return feed && (await readFeed(feed, wanted)).campaigns.map((one) => one.name)
    }
    expect(await namesOf(owner, null)).toEqual(['Local', 'Shared', 'HQ only'])
    expect(await namesOf(owner, teamId)).toEqual(['Shared', 'HQ only'])
    expect(await namesOf(regional, region)).toEqual(['Local', 'Shared'])
    expect(await namesOf(owner, null, false)).toEqual([])
  })

  it('ends at once when revoked or made anew, and is nobody else’s to end', async () => {
    const { owner } = await core.workspace()
    const other = await core.member(owner, 'admin')
    const first = await createFeed(owner, { teamId: null })
    const second = await createFeed(owner, { teamId: null })
    expect(await titles(first)).toBeUndefined()
    expect(await titles(second)).toEqual([])
    expect(await codeOf(revokeFeed(other, { feedId: second.id }))).toBe('request.notFound')
    await revokeFeed(owner, { feedId: second.id })
    expect(await titles(second)).toBeUndefined()
    expect(await readFeeds(owner)).toEqual([])
    expect(await titles({ path: '/calendar/none.ics' })).toBeUndefined()
  })

  it('keeps only the hash of its secret', async () => {
    const { owner } = await core.workspace()
    const made = await createFeed(owner, { teamId: null })
    const rows = JSON.stringify(await readFeeds(owner))
    expect(rows).not.toContain(secretOf(made))
    expect(secretOf(made)).toHaveLength(43)
  })
})
