import { addDays, weekday } from '../time/calendar.rules.ts'
import { resolveSendTime, sendTimeAt } from '../time/send-time.rules.ts'

/** From how many posts on a channel's own history says more than a rule of thumb. */
export const ENOUGH_POSTS = 10
/** How many posts' worth of "like any other" each hour begins with: an hour with a single lucky post does not win. */
const PRIOR = 5
/** A post counts at most as so many times the mean, so that one that went round the world does not decide alone. */
const MOST_TIMES = 4
/** What an hour learns from the ones beside it. */
const BESIDE = 0.5
/** Hours between two proposals of one day. */
const APART = 3
const HOURS = 7 * 24

/** An hour of the week on local clocks; weekdays are ISO, 1 Monday to 7 Sunday. */
export interface WeekHour {
  weekday: number
  hour: number
}

/** A post that went out, and the engagements it has had. */
export interface SentPost extends WeekHour {
  engagements: number
}

/** Proposed hours, the best first, and on what they rest: `posts` of the channel, or what is usual on its network. */
export interface BestTimes {
  from: 'history' | 'default'
  posts: number
  hours: WeekHour[]
}

const on = (weekdays: readonly number[], hours: readonly number[]): WeekHour[] =>
  hours.flatMap((hour) => weekdays.map((weekday) => ({ weekday, hour })))

/**
 * Where nothing is known: our own starting points, not measured by us or anybody we could name. Text is read at the beginning of
 * working days and at noon, pictures and videos in the evening, professional networks in the middle of the working week.
 */
const USUAL: Record<string, WeekHour[]> = {
  linkedin: on([2, 3, 4], [9, 12]),
  email: on([2, 4], [9, 10]),
  instagram: on([2, 4, 3], [12, 18]),
  facebook: on([2, 4, 3], [12, 18]),
  threads: on([2, 4, 3], [12, 18]),
  tiktok: on([2, 4, 5], [19]),
  youtube: on([5, 6, 7], [17]),
  other: on([2, 3, 4], [9, 12]),
}

/** The hours at which posts of a channel did best, or fewer than 10 posts given, those usual on its network. */
export function bestTimes(sent: readonly SentPost[], network: string): BestTimes {
  const mean = sent.reduce((sum, one) => sum + one.engagements, 0) / (sent.length || 1)
  if (sent.length < ENOUGH_POSTS || mean === 0)
    return { from: 'default', posts: sent.length, hours: USUAL[network] ?? USUAL.other ?? [] }
  const weight = new Array<number>(HOURS).fill(0)
  const value = new Array<number>(HOURS).fill(0)
  for (const { weekday, hour, engagements } of sent) {
    const times = Math.min(engagements / mean, MOST_TIMES)
    const at = (weekday - 1) * 24 + hour
    for (const [beside, share] of [
      [0, 1],
      [-1, BESIDE],
      [1, BESIDE],
    ] as const) {
      const slot = (at + beside + HOURS) % HOURS
      weight[slot] = (weight[slot] ?? 0) + share
      value[slot] = (value[slot] ?? 0) + share * times
    }
  }
  const score = (slot: number) => ((value[slot] ?? 0) + PRIOR) / ((weight[slot] ?? 0) + PRIOR)
  const ranked = weight
    .map((_, slot) => slot)
    // Only hours at which something went out, and better than the mean.
    .filter((slot) => (weight[slot] ?? 0) >= 1 && score(slot) > 1)
    .sort((a, b) => score(b) - score(a) || a - b)
  const hours: WeekHour[] = []
  for (const slot of ranked) {
    const one = { weekday: Math.floor(slot / 24) + 1, hour: slot % 24 }
    if (!hours.some((other) => other.weekday === one.weekday && Math.abs(other.hour - one.hour) < APART))
      hours.push(one)
    if (hours.length === 6) break
  }
  return { from: 'history', posts: sent.length, hours }
}

/** The hour of the week that it is in a zone at an instant (epoch ms). */
export function weekHourAt(at: number, zone: string): WeekHour {
  const { local } = sendTimeAt(at, zone)
  return { weekday: weekday(local.slice(0, 10)), hour: Number(local.slice(11, 13)) }
}

const startOn = (day: string, hour: number, zone: string): number =>
  resolveSendTime(`${day}T${String(hour).padStart(2, '0')}:00`, zone).at

/** The instants (epoch ms) of some hours on these local days of their zone, ascending. */
export const onDays = (hours: readonly WeekHour[], zone: string, days: readonly string[]): number[] =>
  days
    .flatMap((day) =>
      hours.filter((one) => one.weekday === weekday(day)).map(({ hour }) => startOn(day, hour, zone)),
    )
    .sort((a, b) => a - b)

/**
 * The instants (epoch ms) of some hours that lie nearest to a day, of those after `after`, each hour once: at most `most`,
 * the earliest first. Of hours as near as each other the better ones (they stand first in `hours`).
 */
export function nearestTo(
  day: string,
  hours: readonly WeekHour[],
  { zone, after, most }: { zone: string; after: number; most: number },
): number[] {
  const near = hours.flatMap(({ weekday: wanted, hour }, rank) => {
    const ahead = (wanted - weekday(day) + 7) % 7
    const [first] = [ahead, ahead - 7, ahead + 7]
      .sort((a, b) => Math.abs(a) - Math.abs(b))
      .map((days) => ({ far: Math.abs(days), at: startOn(addDays(day, days), hour, zone), rank }))
      .filter(({ at }) => at > after)
    if (first) return first
    // The day itself has gone: from now on.
    const today = sendTimeAt(after, zone).local.slice(0, 10)
    const until = (wanted - weekday(today) + 7) % 7
    const next = [until, until + 7].map((days) => startOn(addDays(today, days), hour, zone))
    return { far: 8, at: next.find((at) => at > after) ?? 0, rank }
  })
  return near
    .sort((a, b) => a.far - b.far || a.rank - b.rank)
    .slice(0, most)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}
