import { Temporal } from 'temporal-polyfill'

/** Days of a calendar, and the instants they cover in its zone: `from` included, `to` excluded, epoch milliseconds. */
export type CalendarRange = { days: string[]; from: number; to: number }

/** The local day of an instant in a zone, `YYYY-MM-DD`. Every instant has exactly one, so no card is ever lost. */
export const dayKey = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The minute of the local day, 0 to 1439, where a card stands in week and day views. */
export function minuteOfDay(at: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return there.hour * 60 + there.minute
}

/** One day: 23, 24 or 25 hours. */
export const dayRange = (day: string, zone: string): CalendarRange =>
  range([Temporal.PlainDate.from(day)], zone)

/** The week around a day. `firstDay` is ISO: 1 Monday to 7 Sunday. */
export function weekRange(day: string, zone: string, firstDay = 1): CalendarRange {
  return range(span(startOfWeek(Temporal.PlainDate.from(day), firstDay), 7), zone)
}

/** The month around a day as a grid of whole weeks, with the days of the neighbours that fill it. */
export function monthRange(day: string, zone: string, firstDay = 1): CalendarRange {
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  const start = startOfWeek(first, firstDay)
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  const weeks = Math.floor(start.until(last).days / 7) + 1
  return range(span(start, weeks * 7), zone)
}

/** A day some days later or earlier, `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The same day some months later or earlier, kept inside a shorter month. */
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString()

/** ISO weekday, 1 Monday to 7 Sunday. */
export const weekday = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek

/** The week a day counts to, by its first day; the key of cadence. */
export const weekKey = (day: string, firstDay = 1): string =>
  startOfWeek(Temporal.PlainDate.from(day), firstDay).toString()

/** Things by their local day, in the order of the days given; a day without things has an empty list. */
export function byDay<T extends { at: number }>(
  things: readonly T[],
  days: readonly string[],
  zone: string,
): Map<string, T[]> {
  const map = new Map<string, T[]>(days.map((day) => [day, []]))
  for (const thing of [...things].sort((a, b) => a.at - b.at)) map.get(dayKey(thing.at, zone))?.push(thing)
  return map
}

function startOfWeek(date: Temporal.PlainDate, firstDay: number): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - firstDay + 7) % 7 })
}

const span = (start: Temporal.PlainDate, days: number): Temporal.PlainDate[] =>
  Array.from({ length: days }, (_, i) => start.add({ days: i }))

// A day runs to the start of the next, whatever clocks do in between; some zones even skip midnight or a whole day.
function range(dates: Temporal.PlainDate[], zone: string): CalendarRange {
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds
  return {
    days: dates.map(String),
    from: start(dates[0]!),
    to: start(dates.at(-1)!.add({ days: 1 })),
  }
}
