import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { moveToDay, resolveSendTime, type SendTime, sendTimeAt } from '../time/send-time.rules.ts'

/** How far ahead copies are made, days. */
export const HORIZON_DAYS = 90
const HORIZON_MS = HORIZON_DAYS * 86_400_000

const step = z.int().min(1).max(99)
/** ISO: 1 Monday to 7 Sunday. */
const weekday = z.int().min(1).max(7)
/** Which of its kind in a month; -1 is the last. */
export const NTHS = [1, 2, 3, 4, -1] as const

/** On which days something comes again, counted from the day it first does. */
export const repeatRule = z.discriminatedUnion('every', [
  z.object({ every: z.literal('day'), step }),
  z.object({ every: z.literal('week'), step, weekdays: z.array(weekday).min(1).max(7) }),
  z.object({
    every: z.literal('month'),
    step,
    on: z.union([
      /** A shorter month has its last day instead. */
      z.object({ day: z.int().min(1).max(31) }),
      z.object({ nth: z.literal(NTHS), weekday }),
    ]),
  }),
])
export type RepeatRule = z.infer<typeof repeatRule>

/** The last day it may come on (included), or how many times in all, the first included; null: without end. */
export const repeatEnd = z
  .union([z.object({ until: z.iso.date() }), z.object({ times: z.int().min(2).max(999) })])
  .nullable()
export type RepeatEnd = z.infer<typeof repeatEnd>

/** A minute of the day on local clocks, `HH:mm`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export interface Repeat {
  rule: RepeatRule
  end: RepeatEnd
  /** The local day of the first one, `YYYY-MM-DD`; the others come after it. */
  firstDay: string
  /** `HH:mm` in `zone`. */
  time: string
  zone: string
}

/** A slot of a series: the local day its rule names, which is its name within the series, and when it goes out. */
export interface SeriesSlot extends SendTime {
  day: string
}

/** The days of a rule after the first one, ascending, without end. */
export function* daysOf(rule: RepeatRule, firstDay: string): Generator<string> {
  const first = Temporal.PlainDate.from(firstDay)
  for (let turn = 0; ; turn++)
    for (const date of datesOf(rule, first, turn))
      if (Temporal.PlainDate.compare(date, first) > 0) yield date.toString()
}

/** The dates of the n-th day, week or month that a rule looks at. */
function datesOf(rule: RepeatRule, first: Temporal.PlainDate, turn: number): Temporal.PlainDate[] {
  const along = turn * rule.step
  if (rule.every === 'day') return [first.add({ days: along })]
  if (rule.every === 'week') {
    const monday = first.subtract({ days: first.dayOfWeek - 1 }).add({ weeks: along })
    return [...new Set(rule.weekdays)].sort((a, b) => a - b).map((day) => monday.add({ days: day - 1 }))
  }
  const month = first.with({ day: 1 }).add({ months: along })
  const { on } = rule
  // More than the month has is its last day.
  return ['day' in on ? month.with({ day: on.day }) : nthWeekday(month, on)]
}

/** `month` is its first day. */
function nthWeekday(month: Temporal.PlainDate, { nth, weekday }: { nth: number; weekday: number }) {
  if (nth > 0) return month.add({ days: ((weekday - month.dayOfWeek + 7) % 7) + (nth - 1) * 7 })
  const last = month.with({ day: month.daysInMonth })
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
}

/**
 * The slots of a series that lie ahead: after `now` and no more than 90 days from it (epoch ms), ascending, never two on one
 * day. An hour that clocks skip is the next valid minute, a doubled one the first; a day that a zone leaves out is left out.
 */
export function slotsAhead({ rule, end, firstDay, time, zone }: Repeat, now: number): SeriesSlot[] {
  const slots: SeriesSlot[] = []
  let count = 1
  let before = firstDay
  for (const day of daysOf(rule, firstDay)) {
    count++
    if (end && ('until' in end ? day > end.until : count > end.times)) break
    const { local, at } = resolveSendTime(`${day}T${time}`, zone)
    if (at > now + HORIZON_MS) break
    const there = local.slice(0, 10)
    // The zone has no such day: its next one has a turn of its own, or none.
    if (there !== day) continue
    if (there > before && at > now) slots.push({ day, local, zone, at })
    before = there
  }
  return slots
}

/** How many days one local day lies after another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** An instant (epoch ms) so many days later, at the same local time. */
export function shifted(at: number, zone: string, days: number): SendTime {
  const { local } = sendTimeAt(at, zone)
  const day = Temporal.PlainDate.from(local.slice(0, 10)).add({ days }).toString()
  return moveToDay({ local, zone }, day)
}

/** A rule that fits a day, to begin with: every week on that weekday. */
export const weeklyFrom = (day: string): RepeatRule => ({
  every: 'week',
  step: 1,
  weekdays: [Temporal.PlainDate.from(day).dayOfWeek],
})

/** Which weekday of its month a day is; the fifth is called the last. */
export function nthOf(day: string): { nth: (typeof NTHS)[number]; weekday: number } {
  const date = Temporal.PlainDate.from(day)
  const nth = Math.ceil(date.day / 7)
  return { nth: NTHS.find((one) => one === nth) ?? -1, weekday: date.dayOfWeek }
}

/** Why a copy that lies ahead stays as it is: what it has reached, else that regions have it or somebody has changed it. */
export const KEPT_COPY_REASONS = [
  'changed',
  'inReview',
  'approved',
  'scheduled',
  'published',
  'regions',
] as const
export type KeptCopyReason = (typeof KEPT_COPY_REASONS)[number]
/** How many copies stay for which reason. */
export type KeptCopies = Partial<Record<KeptCopyReason, number>>

/** What the reader of a post is told of the series it belongs to. */
export interface SeriesView extends Repeat {
  id: string
  /** The post of which the copies are made: the one it began with, until another is carried on. */
  postId: string
  title: string
  /** That post is archived: nothing is made until it is back. */
  resting: boolean
  /** The next copy, epoch ms. */
  nextAt: number | null
  /** Copies that lie ahead, and those of them that nobody has touched. */
  ahead: number
  untouched: number
  /** Of the untouched those after the post one looks at that were made before its last change. */
  behind: number
}
