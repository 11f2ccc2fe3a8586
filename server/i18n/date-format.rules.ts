/**
 * The one clock of a language: English is written with 24 hours, as schedules across zones are read, Korean in its own
 * form. Everything that writes an hour takes its options from here.
 */
export function clockOf(locale: string): Intl.DateTimeFormatOptions {
  return locale.startsWith('ko')
    ? { hour: 'numeric', minute: '2-digit' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
}

type Shape = Intl.DateTimeFormatOptions & { clock?: true }

/** How instants are written: what stands in a date, not in which language or zone. `clock` adds the hour. */
const shapes = {
  /** Nov 9, 14:02 */
  moment: { month: 'short', day: 'numeric', clock: true },
  /** Nov 9 */
  shortDay: { month: 'short', day: 'numeric' },
  /** Mon, Nov 9 */
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  /** Mon, Nov 9, 14:02 */
  dayTime: { weekday: 'short', month: 'short', day: 'numeric', clock: true },
  /** November 9, 2026 */
  date: { dateStyle: 'long' },
  /** November 9, 2026 at 14:02 */
  dateTime: { year: 'numeric', month: 'long', day: 'numeric', clock: true },
  /** 14:02 */
  time: { clock: true },
  /** Mon, 14:02 */
  weekday: { weekday: 'short', clock: true },
  /** Monday, November 9, 2026 at 14:02 */
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', clock: true },
  digits: { year: 'numeric', month: '2-digit', day: '2-digit' },
  zone: { timeZoneName: 'short' },
  /** 9 AM as Korean writes it on an axis */
  hour: { hour: 'numeric' },
  /** 14:02 in any language, to compute with */
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} satisfies Record<string, Shape>

export type DateShape = keyof typeof shapes

// Making a formatter costs some hundred times what using it does, and a page writes hundreds of times. There are as many
// as languages, zones and shapes in use.
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(shape: DateShape, zone: string, locale: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${zone}`
  let format = made.get(key)
  if (!format) {
    const { clock, ...rest }: Shape = shapes[shape]
    format = new Intl.DateTimeFormat(locale, { ...rest, ...(clock && clockOf(locale)), timeZone: zone })
    made.set(key, format)
  }
  return format
}

/** An instant (epoch milliseconds) in words of a language, as the clocks of an IANA zone show it. */
export function writeDate(at: number, shape: DateShape, zone: string, locale: string): string {
  return formatter(shape, zone, locale).format(at)
}

/** A full hour on the axis of a grid, in few letters; in zones off by half an hour with its minutes. */
export const writeHour = (at: number, zone: string, locale: string): string =>
  writeDate(at, locale.startsWith('ko') && minuteIn(zone, at) % 60 === 0 ? 'hour' : 'time', zone, locale)

/** An instant's time beside such an axis, which says what half of the day it is: 2:02 in Korean. */
export const writeTimeByAxis = (at: number, zone: string, locale: string): string =>
  formatter('time', zone, locale)
    .formatToParts(at)
    .map(({ type, value }) => (type === 'dayPeriod' ? '' : value))
    .join('')
    .trim()

/** The short name of a zone at an instant, such as GMT+9, in the reader's language. */
export function zoneName(zone: string, at: number, locale: string): string {
  const parts = formatter('zone', zone, locale).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** An instant with the name of the zone whose clocks show it, which stands behind it in every language: `Nov 9, 14:02 GMT+9`. */
export const writeInZone = (at: number, shape: DateShape, zone: string, locale: string): string =>
  `${writeDate(at, shape, zone, locale)} ${zoneName(zone, at, locale)}`

/** A zone as people know it: its city and what its clocks show at an instant, `Seoul (GMT+9)`. */
export function zoneWords(zone: string, at: number, locale: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  const name = zoneName(zone, at, locale)
  return city === name ? city : `${city} (${name})`
}

/** The day, `YYYY-MM-DD`, that it is in a zone at an instant. */
export const dayIn = (zone: string, at: number): string => formatter('digits', zone, 'sv').format(at)

/** The minute of the day, 0 to 1439, that clocks of a zone show at an instant. */
export function minuteIn(zone: string, at: number): number {
  const [hours = 0, minutes = 0] = formatter('clock', zone, 'sv').format(at).split(':').map(Number)
  return hours * 60 + minutes
}

/** Whether clocks of the two zones show different times at an instant. */
export const isForeign = (zone: string, own: string, at: number): boolean =>
  zone !== own &&
  zoneName(zone, at, 'en') !== zoneName(own, at, 'en') &&
  // UTC and GMT are two names of one time.
  (minuteIn(zone, at) !== minuteIn(own, at) || dayIn(zone, at) !== dayIn(own, at))
