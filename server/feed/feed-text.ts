import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { translator } from '../i18n/translator.ts'
import { inOneDirection } from '../platform/clean-input.rules.ts'
import { cardIdOf } from '../post/slots.rules.ts'
import { STAGES } from '../post/stage.rules.ts'
import { addDays } from '../time/calendar.rules.ts'
import type { FeedContent } from './feed.reads.ts'

/** How long a post takes in a calendar, which has no instants, ms. */
const EXTENT_MS = 15 * 60_000
/** How often calendars shall come again, seconds; Google takes its own time. */
const AGAIN = 30 * 60
/** From here on revisions are counted in seconds, epoch ms: as a number of 32 bits it lasts until 2088. */
const FIRST_REVISION = Date.UTC(2020, 0)

export interface FeedLinks {
  post(id: string): string
  campaign(id: string): string
}

/**
 * A feed as iCalendar (RFC 5545, 7986). The same content is the same text, so that its hash tells whether anything
 * changed. There is no METHOD: it would make the file a message between organisers (RFC 5546), which must name one, and
 * DTSTAMP the time of asking; without it DTSTAMP is when the thing was last changed. Posts are at instants in UTC,
 * campaigns whole days; neither keeps anybody busy.
 */
export function feedText(content: FeedContent, links: FeedLinks, locale: 'en' | 'ko'): string {
  const t = translator(locale)
  const calendar = ical({
    // The one text that the library writes as it is.
    name: plain(content.name).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Hubbub', product: 'Calendar', language: locale.toUpperCase() },
    ttl: AGAIN,
  })
  const untitled = t('board.card.untitled')
  const stages = new Map(STAGES.map((stage) => [stage, t(`board.stage.${stage}`)]))
  for (const one of content.campaigns) {
    const first = one.startsOn ?? one.endsOn
    if (first === null) continue
    const days = one.startsOn === null ? 'ends' : one.endsOn === null ? 'begins' : 'whole'
    calendar.createEvent({
      ...common(one.id, one.changedAt),
      allDay: true,
      start: new Date(first),
      // The end of whole days is the day after.
      end: new Date(addDays(one.endsOn ?? first, 1)),
      summary: plain(t(`calendar.ics.${days}`, { name: one.name })),
      ...about(plain(one.goal), links.campaign(one.id)),
      status: ICalEventStatus.CONFIRMED,
    })
  }
  for (const slot of content.slots) {
    if (slot.sendAt === null) continue
    const title = slot.title || untitled
    const settled = slot.stage === 'scheduled' || slot.stage === 'published'
    calendar.createEvent({
      ...common(slot.id.replace('/', '-'), slot.updatedAt),
      start: new Date(slot.sendAt),
      end: new Date(slot.sendAt + EXTENT_MS),
      summary: plain(slot.channels.length ? `${title} · ${slot.channels.join(', ')}` : title),
      ...about(stages.get(slot.stage) ?? '', links.post(cardIdOf(slot.id))),
      status: settled ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    })
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n')
}

/**
 * What all events have.
 * @param id stays while the thing moves
 * @param changedAt epoch ms
 */
const common = (id: string, changedAt: number) => ({
  id: `${id}@hubbub`,
  stamp: new Date(changedAt),
  lastModified: new Date(changedAt),
  // Calendars that compare revisions take the later one.
  sequence: Math.max(0, Math.floor((changedAt - FIRST_REVISION) / 1000)),
  transparency: ICalEventTransparency.TRANSPARENT,
})

const about = (words: string, url: string) => ({
  description: { plain: [words, url].filter(Boolean).join('\n') },
  url,
})

/**
 * What may stand on a line: a halved character or a control character breaks the file for strict readers, and some end
 * lines at Unicode's own separators.
 */
const plain = (text: string): string =>
  inOneDirection(text.toWellFormed()).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
