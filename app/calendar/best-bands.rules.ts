import { dayIn, minuteIn } from '#server/i18n/date-format.rules.ts'

/** An hour of a day on my clocks at which posts of these channels do best. */
export interface Band {
  /** minutes of the day; `to` is at most 1440 */
  from: number
  to: number
  /** begins the hour: the rest of one that goes over midnight says nothing again */
  first: boolean
  channelIds: string[]
}

const HOUR_MS = 3_600_000

/** Best hours by the days of a zone, those that begin together as one. `at`: when they begin, epoch ms. */
export function bandsOf(
  channels: readonly { channelId: string; at: readonly number[] }[],
  zone: string,
): ReadonlyMap<string, Band[]> {
  const days = new Map<string, Map<number, Band>>()
  const put = (day: string, from: number, to: number, first: boolean, channelId: string) => {
    const of = days.get(day) ?? new Map<number, Band>()
    const known = of.get(from)
    of.set(from, { from, to, first, channelIds: [...(known?.channelIds ?? []), channelId] })
    days.set(day, of)
  }
  for (const { channelId, at } of channels)
    for (const start of at) {
      const from = minuteIn(zone, start)
      put(dayIn(zone, start), from, Math.min(from + 60, 1440), true, channelId)
      // Zones off by half an hour have hours that end on the next day.
      if (from > 1380) put(dayIn(zone, start + HOUR_MS), 0, from - 1380, false, channelId)
    }
  return new Map([...days].map(([day, bands]) => [day, [...bands.values()].sort((a, b) => a.from - b.from)]))
}
