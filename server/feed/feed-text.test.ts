import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { FeedContent } from './feed.reads.ts'
import { feedText } from './feed-text.ts'

type Slot = FeedContent['slots'][number]
const CHANGED = Date.parse('2026-03-20T12:00:05Z')
const AT = Date.parse('2026-03-29T01:00Z')
const link = (id: string) => `https://hub.example/w/acme/calendar/post/${id}`
const links = { post: link, campaign: (id: string) => `https://hub.example/w/acme/campaign/${id}` }
const slot = (title: string, more: Partial<Slot> = {}) =>
  ({
    id: '0190',
    title,
    stage: 'scheduled',
    channels: ['Blog, news; “daily”'],
    sendAt: AT,
    updatedAt: CHANGED,
    ...more,
  }) as Slot
const textOf = (slots: Slot[], name = 'Nordlicht', locale: 'en' | 'ko' = 'en') =>
  feedText({ name, slots, campaigns: [] }, links, locale)
const parsed = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

/** Its lines as bytes, as they travel, each with a decoder that accepts no half of a character. */
const linesOf = (text: string) => {
  const bytes = Buffer.from(text)
  const lines: Buffer[] = []
  for (let from = 0, end = 0; from < bytes.length; from = end + 2) {
    end = bytes.indexOf('\r\n', from)
    if (end < 0) throw new Error('a line has no end')
    lines.push(bytes.subarray(from, end))
  }
  return lines
}
const strict = new TextDecoder('utf-8', { fatal: true })

describe('the text of a feed', () => {
  it('is read back by another’s parser, whatever stands in a title', () => {
    const words = fc.oneof(
      fc.stringMatching(/^[\p{L}\p{N},;:\\"'\p{Emoji_Presentation} -]{1,120}$/u),
      fc
        .array(fc.constantFrom('👩🏽‍🌾', '🇰🇷', '설날', '🫖', '、', 'é', 'a'), {
          minLength: 20,
          maxLength: 60,
        })
        .map((w) => w.join('')),
    )
    const instant = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000)
    fc.assert(
      fc.property(words, instant, (title, at) => {
        const text = textOf([slot(title, { sendAt: at })], 'Nordlicht; Süd, 팀', 'ko')
        const [event] = parsed(text)
        expect(event?.summary).toBe(`${title} · Blog, news; “daily”`)
        expect(event?.startDate.toJSDate().getTime()).toBe(at)
        expect(event?.component.getFirstPropertyValue('url')).toBe(link('0190'))
        for (const line of linesOf(text)) {
          expect(line.length).toBeLessThanOrEqual(75)
          expect(strict.decode(line)).not.toMatch(/[\r\n]/)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('says what a calendar needs: RFC 5545 and 7986', () => {
    const text = textOf([slot('Slot')], 'Nordlicht, HQ; a\\b')
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hubbub//Calendar//EN\r\n')).toBe(true)
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
    for (const line of [
      'NAME:Nordlicht\\, HQ\\; a\\\\b',
      'X-WR-CALNAME:Nordlicht\\, HQ\\; a\\\\b',
      'REFRESH-INTERVAL;VALUE=DURATION:PT30M',
      'X-PUBLISHED-TTL:PT30M',
      'UID:0190@hubbub',
      'DTSTAMP:20260320T120005Z',
      'LAST-MODIFIED:20260320T120005Z',
      'DTSTART:20260329T010000Z',
      'DTEND:20260329T011500Z',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
    ])
      expect(text).toContain(`\r\n${line}\r\n`)
    // A message between organisers it is not, and every post is one of its own.
    expect(text).not.toMatch(/METHOD|ORGANIZER|RRULE|TZID|VALUE=DATE\b/)
    expect(textOf([slot('Slot')], 'Nordlicht, HQ; a\\b')).toBe(text)
  })

  it('writes line breaks as calendars do and leaves out what breaks a line', () => {
    const [event] = parsed(textOf([slot('A\r\nB\u0000\u0007\u0085\u2028C \ud83e', { channels: [] })]))
    expect(event?.summary).toBe('A B C \ufffd')
    expect(event?.description).toBe(`Scheduled\n${link('0190')}`)
  })

  it('keeps the UID of a post that is moved, as a later revision', () => {
    const before = parsed(textOf([slot('Slot')]))[0]
    const after = parsed(textOf([slot('Slot', { sendAt: AT + 3_600_000, updatedAt: CHANGED + 1000 })]))[0]
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY)
    expect(after?.sequence).toBeLessThan(2 ** 31)
  })

  it('gives a channel with its own time an entry of its own, on the same page', () => {
    const text = textOf([slot('Slot'), slot('Slot', { id: '0190/c1', sendAt: AT + 60_000 })])
    const events = parsed(text)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
    for (const { component } of events) expect(component.getFirstPropertyValue('url')).toBe(link('0190'))
  })

  it('gives a campaign whole days, its end the day after, busy or not', () => {
    const campaign = (id: string, startsOn: string | null, endsOn: string | null) => ({
      id,
      teamId: 'hq',
      name: 'Harvest; 추수',
      goal: 'Two\nlines',
      startsOn,
      endsOn,
      changedAt: CHANGED,
    })
    const campaigns = [
      campaign('c1', '2026-02-27', '2026-03-01'),
      campaign('c2', '2026-12-31', null),
      campaign('c3', null, '2026-02-28'),
      campaign('c4', null, null),
    ]
    const text = feedText({ name: 'Nordlicht', slots: [slot('Slot')], campaigns }, links, 'en')
    const events = parsed(text)
    expect(
      events.map((one) => [
        one.summary,
        one.startDate.isDate,
        one.startDate.toString(),
        one.endDate.toString(),
      ]),
    ).toEqual([
      ['Campaign: Harvest; 추수', true, '2026-02-27', '2026-03-02'],
      ['Campaign begins: Harvest; 추수', true, '2026-12-31', '2027-01-01'],
      ['Campaign ends: Harvest; 추수', true, '2026-02-28', '2026-03-01'],
      ['Slot · Blog, news; “daily”', false, '2026-03-29T01:00:00Z', '2026-03-29T01:15:00Z'],
    ])
    expect(events[0]?.description).toBe(`Two lines\n${links.campaign('c1')}`)
    expect(events[0]?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(events[0]?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-20T12:00:05Z')
    expect(feedText({ name: 'x', slots: [], campaigns }, links, 'ko')).toContain('캠페인 시작')
  })

  it('holds 5,000 posts', () => {
    const text = textOf(
      Array.from({ length: 5000 }, (_, i) =>
        slot(`게시물 ${i} 🫖`, { id: `p${i}`, sendAt: AT + i * 900_000 }),
      ),
    )
    expect(new Set(text.match(/^UID:.+$/gm)).size).toBe(5000)
    // The other's parser takes seconds for all of them.
    const last = text.slice(text.lastIndexOf('BEGIN:VEVENT'))
    expect(parsed(`BEGIN:VCALENDAR\r\n${last}`)[0]?.summary).toBe('게시물 4999 🫖 · Blog, news; “daily”')
  })
})
