import { Temporal } from 'temporal-polyfill'
import { type Resolved, resolveSendTime, sendTimeAt } from './send-time.rules.ts'

/** How finely things are placed in an hour grid, minutes. */
export const STEP = 15
const DAY = 24 * 60

/** A place in a grid of days by hours: a local day, and the minute its clocks show, 0 to 1439. */
export interface GridPlace {
  day: string
  minute: number
  /** where clocks show that minute twice: the second time */
  again?: boolean
}

/** The step that a minute of the day belongs to; what lies beyond the day's ends counts to its first or last. */
export const snap = (minute: number): number =>
  Math.min(Math.max(0, Math.floor(minute / STEP) * STEP), DAY - STEP)

/** `2026-03-29` and 150 as `2026-03-29T02:30`. */
export function localOf({ day, minute }: GridPlace): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/**
 * The send time that a place in a grid means for something that keeps its own zone.
 * @param axis the zone whose hours the grid shows
 * @param zone the zone of what is placed
 * `skippedHour`: the grid's clocks have no such minute, the next that exists is taken. `doubledHour`: the clocks of
 * `axis` (unless the place says which is meant) or `zone` show it twice, the first is taken.
 */
export function placeTime(place: GridPlace, axis: string, zone: string): Resolved {
  const first = resolveSendTime(localOf(place), axis)
  if (zone === axis) return first
  const there = place.again ? { at: secondOf(place, axis), notice: null } : first
  const own = resolveSendTime(sendTimeAt(there.at, zone).local, zone)
  return { ...own, notice: there.notice ?? own.notice }
}

/** The instants (epoch ms) of the 24 full hours of a day in a zone; one that clocks leave out is the next that exists. */
export const hoursOf = (day: string, zone: string): number[] =>
  Array.from({ length: 24 }, (_, hour) => resolveSendTime(localOf({ day, minute: hour * 60 }), zone).at)

/** The instant, epoch ms, at which clocks show the minute of a place for the second time; the only one where they show it once. */
const secondOf = (place: GridPlace, zone: string): number =>
  Temporal.PlainDateTime.from(localOf(place)).toZonedDateTime(zone, { disambiguation: 'later' })
    .epochMilliseconds

/** Minutes that clocks show twice, on one day. */
export interface Doubled {
  day: string
  /** minutes of the day: from the first of them to the first that comes once again */
  from: number
  to: number
  /** when they begin for the second time, epoch ms */
  at: number
}

/** What clocks of a zone show twice on one of these days, if anything. */
export function doubledIn(days: readonly string[], zone: string): Doubled | null {
  for (const day of days) {
    const begins = Temporal.PlainDate.from(day).toZonedDateTime(zone)
    const change = begins.getTimeZoneTransition('next')
    if (!change || change.toPlainDate().toString() !== day) continue
    const before = change.subtract({ nanoseconds: 1 })
    const minutes = (before.offsetNanoseconds - change.offsetNanoseconds) / 60e9
    const from = change.hour * 60 + change.minute
    // What would go over midnight, or is no whole minute, are changes of long ago.
    if (minutes > 0 && Number.isInteger(minutes) && from + minutes <= 24 * 60)
      return { day, from, to: from + minutes, at: change.epochMilliseconds }
  }
  return null
}

/**
 * The send time so many minutes later (or earlier, below 0): the next in that direction that local clocks can name. An hour that
 * they skip is no obstacle; from one that comes twice, of which only the first can be named, it goes on to what comes after.
 */
export function stepTime(at: number, minutes: number, zone: string): Resolved {
  for (let to = at + minutes * 60_000; ; to += minutes * 60_000) {
    const time = resolveSendTime(sendTimeAt(to, zone).local, zone)
    if (minutes > 0 ? time.at > at : time.at < at) return time
  }
}
