import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { translator } from '../i18n/translator.ts'
import { cardIdOf } from '../post/slots.rules.ts'
import type { FeedContent } from './feed.reads.ts'

/** How long a post takes in a calendar, which has no instants, ms. */
const EXTENT_MS = 15 * 60_000
/** How often calendars shall come again, seconds; Google takes its own time. */
const AGAIN = 30 * 60

/**
 * A feed as iCalendar (RFC 5545). The same content is the same text, so that its hash tells whether anything changed.
 * @param link address of a post's page, by its id
 */
export function feedText(
  content: FeedContent,
  link: (postId: string) => string,
  locale: 'en' | 'ko',
): string {
  const t = translator(locale)
  const calendar = ical({
    name: content.name,
    prodId: { company: 'Hubbub', product: 'Calendar' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN,
  })
  for (const slot of content.slots) {
    if (slot.sendAt === null) continue
    const title = slot.title || t('board.card.untitled')
    const stage = t(`board.stage.${slot.stage}`)
    const url = link(cardIdOf(slot.id))
    const settled = slot.stage === 'scheduled' || slot.stage === 'published'
    calendar.createEvent({
      id: `${slot.id.replace('/', '-')}@hubbub`,
      start: new Date(slot.sendAt),
      end: new Date(slot.sendAt + EXTENT_MS),
      stamp: new Date(slot.updatedAt),
      lastModified: new Date(slot.updatedAt),
      summary: slot.channels.length ? `${title} · ${slot.channels.join(', ')}` : title,
      description: { plain: [stage, url].join('\n') },
      url,
      status: settled ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      // A post keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n')
}
