/** How instants are written: what stands in a date, not in which language or zone. */
const shapes = {
  /** 9 Nov, 14:02 */
  moment: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** Mon, Nov 9 */
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  /** November 9, 2026 */
  date: { dateStyle: 'long' },
  /** 14:02 */
  time: { hour: 'numeric', minute: '2-digit' },
  /** Mon, 14:02 */
  weekday: { weekday: 'short', hour: 'numeric', minute: '2-digit' },
  /** 14:02 in every language, for places too narrow for more */
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { dateStyle: 'full', timeStyle: 'short' },
  digits: { year: 'numeric', month: '2-digit', day: '2-digit' },
  zone: { timeZoneName: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateShape = keyof typeof shapes

// Making a formatter costs some hundred times what using it does, and a page writes hundreds of times. There are as many
// as languages, zones and shapes in use.
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(shape: DateShape, zone: string, locale: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${zone}`
  let format = made.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone: zone })
    made.set(key, format)
  }
  return format
}

/** An instant (epoch milliseconds) in words of a language, as the clocks of an IANA zone show it. */
export function writeDate(at: number, shape: DateShape, zone: string, locale: string): string {
  return formatter(shape, zone, locale).format(at)
}

/** The short name of a zone at an instant, such as GMT+9, in the reader's language. */
export function zoneName(zone: string, at: number, locale: string): string {
  const parts = formatter('zone', zone, locale).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** The day, `YYYY-MM-DD`, that it is in a zone at an instant. */
export const dayIn = (zone: string, at: number): string => formatter('digits', zone, 'sv').format(at)

/** Whether clocks of the two zones show different times at an instant, as far as the zones' names tell. */
export const isForeign = (zone: string, own: string, at: number): boolean =>
  zone !== own && zoneName(zone, at, 'en') !== zoneName(own, at, 'en')
