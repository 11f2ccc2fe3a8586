import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { translator } from '../i18n/translator.ts'
import { cardIdOf } from '../post/slots.rules.ts'
import { STAGES } from '../post/stage.rules.ts'
import type { FeedContent } from './feed.reads.ts'

/** How long a post takes in a calendar, which has no instants, ms. */
const EXTENT_MS = 15 * 60_000
/** How often calendars shall come again, seconds; Google takes its own time. */
const AGAIN = 30 * 60
/** From here on revisions are counted in seconds, epoch ms: as a number of 32 bits it lasts until 2088. */
const FIRST_REVISION = Date.UTC(2020, 0)

/**
 * A feed as iCalendar (RFC 5545, 7986). The same content is the same text, so that its hash tells whether anything
 * changed. There is no METHOD: it would make the file a message between organisers (RFC 5546), which must name one, and
 * DTSTAMP the time of asking; without it DTSTAMP is when the post was last changed.
 * @param link address of a post's page, by its id
 */
export function feedText(
  content: FeedContent,
  link: (postId: string) => string,
  locale: 'en' | 'ko',
): string {
  const t = translator(locale)
  const calendar = ical({
    // The one text that the library writes as it is.
    name: plain(content.name).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Hubbub', product: 'Calendar', language: locale.toUpperCase() },
    ttl: AGAIN,
  })
  const untitled = t('board.card.untitled')
  const stages = new Map(STAGES.map((stage) => [stage, t(`board.stage.${stage}`)]))
  for (const slot of content.slots) {
    if (slot.sendAt === null) continue
    const title = slot.title || untitled
    const url = link(cardIdOf(slot.id))
    const settled = slot.stage === 'scheduled' || slot.stage === 'published'
    calendar.createEvent({
      id: `${slot.id.replace('/', '-')}@hubbub`,
      start: new Date(slot.sendAt),
      end: new Date(slot.sendAt + EXTENT_MS),
      stamp: new Date(slot.updatedAt),
      lastModified: new Date(slot.updatedAt),
      // Calendars that compare revisions take the later one.
      sequence: Math.max(0, Math.floor((slot.updatedAt - FIRST_REVISION) / 1000)),
      summary: plain(slot.channels.length ? `${title} · ${slot.channels.join(', ')}` : title),
      description: { plain: [stages.get(slot.stage), url].join('\n') },
      url,
      status: settled ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // A post keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n')
}

/**
 * What may stand on a line: a halved character or a control character breaks the file for strict readers, and some end
 * lines at Unicode's own separators.
 */
const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
