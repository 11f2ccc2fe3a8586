import { dayIn } from '#server/i18n/date-format.rules.ts'
import { byRank } from '#server/post/rank.rules.ts'
import { slotsOf } from '#server/post/slots.rules.ts'
import type { CalendarView } from '#server/time/calendar-view.rules.ts'
import type { Grouping } from '../board/card-store.ts'
import { bySendDay } from '../board/groupings.ts'

/** The group of what has no time yet. */
export const TRAY = 'tray'

/** An hour grid: the day that a zone has at a send time, by instant. */
const bySendHour = (zone: string): Grouping => ({
  groupOf: (card) => (card.sendAt === null ? null : dayIn(zone, card.sendAt)),
  compare: (a, b) => (a.sendAt ?? 0) - (b.sendAt ?? 0) || byRank(a, b),
})

/** The group of a channel's pictures. */
export const FEED = 'feed'

/** A channel's pictures, the last first, as its followers see them. */
const byFeed = (channel: string | null): Grouping => ({
  split: slotsOf,
  groupOf: (slot) => (slot.sendAt !== null && slot.channelIds.includes(channel ?? '') ? FEED : null),
  compare: (a, b) => (b.sendAt ?? 0) - (a.sendAt ?? 0) || byRank(b, a),
})

/**
 * Where cards stand in a view: in days of hours as one's own clocks have them, elsewhere on the day of their own zone;
 * a post once for each of its times, one without any in the tray.
 */
export function groupingOf(view: CalendarView, own: string, channel: string | null = null): Grouping {
  if (view === 'feed') return byFeed(channel)
  const { groupOf, compare } = isHours(view) ? bySendHour(own) : bySendDay
  return {
    compare,
    split(card) {
      const slots = slotsOf(card)
      return slots.length || card.stage === 'published' ? slots : [card]
    },
    groupOf: (card) => (card.sendLocal === null ? TRAY : groupOf(card)),
  }
}

/** Whether a view is a grid of hours. */
export const isHours = (view: CalendarView): boolean => view === 'week' || view === 'day'
