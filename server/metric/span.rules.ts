import { Temporal } from 'temporal-polyfill'
import { addDays, dayKey, dayRange } from '../time/calendar.rules.ts'
import { daysIn, type Period, previousPeriod } from './comparison.rules.ts'

/** A period and the equal one before it, as instants: `from` included, `to` excluded, epoch ms. */
export interface Span {
  zone: string
  period: Period
  previous: Period
  from: number
  to: number
  previousFrom: number
  /** A period that is still running is compared with as much of the one before: up to the same local time. */
  previousTo: number
}

/** Days and whole seconds that a zone is ahead of UTC until an instant. */
export interface OffsetUntil {
  /** Epoch ms, excluded; the last one is open. */
  until: number
  /** ms */
  offset: number
}

/** The longest period, days. */
export const LONGEST = 366

/** The last `days` days, today included; what is still to come of today is not there yet. */
export function lastDays(days: number, now: number, zone: string): Period {
  const today = dayKey(now, zone)
  return { firstDay: addDays(today, 1 - days), lastDay: today }
}

/** A period as instants beside the one before it. Days to come are cut off; at least the first day remains. */
export function spanOf(period: Period, now: number, zone: string): Span {
  const previous = previousPeriod(period)
  const days = daysIn(period)
  const from = dayRange(period.firstDay, zone).from
  const end = dayRange(period.lastDay, zone).to
  const to = Math.max(from, Math.min(end, now))
  const before = Temporal.Instant.fromEpochMilliseconds(to)
    .toZonedDateTimeISO(zone)
    .subtract({ days }).epochMilliseconds
  return {
    zone,
    period,
    previous,
    from,
    to,
    previousFrom: dayRange(previous.firstDay, zone).from,
    previousTo: to === end ? from : Math.min(before, from),
  }
}

/** The days of a period in order, each with the instant it begins at. */
export function daysOf(period: Period, zone: string): { day: string; at: number }[] {
  return Array.from({ length: daysIn(period) }, (_, index) => {
    const day = addDays(period.firstDay, index)
    return { day, at: dayRange(day, zone).from }
  })
}

/** How far a zone is ahead of UTC between two instants: one entry, and one more a change of clocks. */
export function offsetsBetween(from: number, to: number, zone: string): OffsetUntil[] {
  const list: OffsetUntil[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    const offset = at.offsetNanoseconds / 1e6
    if (!next || next.epochMilliseconds >= to) return [...list, { until: to, offset }]
    list.push({ until: next.epochMilliseconds, offset })
    at = next
  }
}

/** The local day with this number (days since 1970-01-01). */
export const dayNumbered = (number: number): string => addDays('1970-01-01', number)
