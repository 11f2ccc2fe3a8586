import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { removeMember } from '../member/remove-member.ts'
import { createFeed, revokeFeed } from './create-feed.ts'
import { type FeedContent, feedOf, readFeed, readFeeds } from './feed.reads.ts'
import { feedText } from './feed-text.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
  core.setNow(Date.parse('2026-03-20T12:00Z'))
})
afterAll(() => core.drop())

const secretOf = ({ path }: { path: string }) => /^\/calendar\/(.+)\.ics$/.exec(path)?.[1] ?? ''
const link = (id: string) => `https://hub.example/w/acme/calendar/post/${id}`

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

describe('its text', () => {
  const slot = (title: string, sendAt: number) =>
    ({
      id: '0190',
      title,
      stage: 'scheduled',
      channels: ['Blog, news; “daily”'],
      sendAt,
      updatedAt: 1_700_000_000_000,
    }) as FeedContent['slots'][number]
  const parsed = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

  it('is read back by another’s parser, whatever stands in a title', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N},;:\\"'\p{Emoji_Presentation} -]{1,120}$/u)
    const instant = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000)
    fc.assert(
      fc.property(words, instant, (title, at) => {
        const text = feedText({ name: 'Nordlicht; Süd, 팀', slots: [slot(title, at)] }, link, 'ko')
        const [event] = parsed(text)
        expect(event?.summary).toBe(`${title} · Blog, news; “daily”`)
        expect(event?.startDate.toJSDate().getTime()).toBe(at)
        expect(event?.component.getFirstPropertyValue('url')).toBe(link('0190'))
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 200 },
    )
  })

  it('is the same for the same, in UTC, and keeps nobody busy', () => {
    const content = { name: 'Nordlicht', slots: [slot('Slot', Date.parse('2026-03-29T01:00Z'))] }
    const text = feedText(content, link, 'en')
    expect(feedText(content, link, 'en')).toBe(text)
    expect(text).toContain('DTSTART:20260329T010000Z')
    for (const line of ['STATUS:CONFIRMED', 'TRANSP:TRANSPARENT', 'METHOD:PUBLISH', 'VERSION:2.0'])
      expect(text).toContain(`${line}\r\n`)
    expect(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
