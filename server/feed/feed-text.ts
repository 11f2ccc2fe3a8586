import { translator } from '../i18n/translator.ts'
import { cardIdOf } from '../post/slots.rules.ts'
import { STAGES } from '../post/stage.rules.ts'
import { addDays } from '../time/calendar.rules.ts'
import type { FeedContent } from './feed.reads.ts'
import { icsDay, icsInstant, icsLine, icsPlain, icsText } from './ics-lines.ts'

/** How long a post takes in a calendar, which has no instants, ms. */
const EXTENT_MS = 15 * 60_000
/** How often calendars shall come again; Google takes its own time. */
const AGAIN = 'PT30M'
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
  const name = icsText(icsPlain(content.name))
  const untitled = t('board.card.untitled')
  const stages = new Map(STAGES.map((stage) => [stage, t(`board.stage.${stage}`)]))
  const lines = [
    'BEGIN:VCALENDAR\r\n',
    'VERSION:2.0\r\n',
    icsLine('PRODID', `-//Hubbub//Calendar//${locale.toUpperCase()}`),
    icsLine('NAME', name),
    icsLine('X-WR-CALNAME', name),
    icsLine('REFRESH-INTERVAL;VALUE=DURATION', AGAIN),
    icsLine('X-PUBLISHED-TTL', AGAIN),
  ]
  for (const one of content.campaigns) {
    const first = one.startsOn ?? one.endsOn
    if (first === null) continue
    const days = one.startsOn === null ? 'ends' : one.endsOn === null ? 'begins' : 'whole'
    lines.push(
      ...eventLines({
        id: one.id,
        // The end of whole days is the day after.
        times: [
          icsLine('DTSTART;VALUE=DATE', icsDay(first)),
          icsLine('DTEND;VALUE=DATE', icsDay(addDays(one.endsOn ?? first, 1))),
        ],
        changedAt: one.changedAt,
        summary: t(`calendar.ics.${days}`, { name: one.name }),
        about: one.goal,
        url: links.campaign(one.id),
        status: 'CONFIRMED',
      }),
    )
  }
  for (const slot of content.slots) {
    if (slot.sendAt === null) continue
    const title = slot.title || untitled
    const settled = slot.stage === 'scheduled' || slot.stage === 'published'
    lines.push(
      ...eventLines({
        id: slot.id.replace('/', '-'),
        times: [
          icsLine('DTSTART', icsInstant(slot.sendAt)),
          icsLine('DTEND', icsInstant(slot.sendAt + EXTENT_MS)),
        ],
        changedAt: slot.updatedAt,
        summary: slot.channels.length ? `${title} · ${slot.channels.join(', ')}` : title,
        about: stages.get(slot.stage) ?? '',
        url: links.post(cardIdOf(slot.id)),
        status: settled ? 'CONFIRMED' : 'TENTATIVE',
      }),
    )
  }
  return `${lines.join('')}END:VCALENDAR\r\n`
}

interface IcsEvent {
  /** stays while the thing moves */
  id: string
  times: string[]
  /** epoch ms */
  changedAt: number
  summary: string
  about: string
  url: string
  status: 'CONFIRMED' | 'TENTATIVE'
}

function eventLines({ id, times, changedAt, summary, about, url, status }: IcsEvent): string[] {
  const changed = icsInstant(changedAt)
  const description = [icsPlain(about), url].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT\r\n',
    icsLine('UID', `${id}@hubbub`),
    // Calendars that compare revisions take the later one.
    icsLine('SEQUENCE', String(Math.max(0, Math.floor((changedAt - FIRST_REVISION) / 1000)))),
    icsLine('DTSTAMP', changed),
    icsLine('LAST-MODIFIED', changed),
    ...times,
    icsLine('SUMMARY', icsText(icsPlain(summary))),
    icsLine('DESCRIPTION', icsText(description)),
    icsLine('URL;VALUE=URI', url),
    icsLine('STATUS', status),
    'TRANSP:TRANSPARENT\r\n',
    'END:VEVENT\r\n',
  ]
}
