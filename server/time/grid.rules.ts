import { type Resolved, resolveSendTime, sendTimeAt } from './send-time.rules.ts'

/** How finely things are placed in an hour grid, minutes. */
export const STEP = 15
const DAY = 24 * 60

/** A place in a grid of days by hours: a local day, and the minute its clocks show, 0 to 1439. */
export interface GridPlace {
  day: string
  minute: number
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
 * `axis` or `zone` show it twice, the first is taken.
 */
export function placeTime(place: GridPlace, axis: string, zone: string): Resolved {
  const there = resolveSendTime(localOf(place), axis)
  if (zone === axis) return there
  const own = resolveSendTime(sendTimeAt(there.at, zone).local, zone)
  return { ...own, notice: there.notice ?? own.notice }
}

/** The instants (epoch ms) of the 24 full hours of a day in a zone; one that clocks leave out is the next that exists. */
export const hoursOf = (day: string, zone: string): number[] =>
  Array.from({ length: 24 }, (_, hour) => resolveSendTime(localOf({ day, minute: hour * 60 }), zone).at)
