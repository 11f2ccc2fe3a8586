import { Temporal } from 'temporal-polyfill'
import { type Format, px, type Tick, type TimeUnit } from './scene.ts'
import { textWidth } from './text-width.ts'

interface Step {
  unit: TimeUnit
  /** Temporal's unit, and how many of them lie between two ticks. */
  of: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
  every: number
  /** Nominal length in milliseconds, for choosing. */
  length: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const step = (unit: TimeUnit, of: Step['of'], every: number, length: number): Step => ({
  unit,
  of,
  every,
  length,
})

const steps: Step[] = [
  ...[1, 5, 15, 30].map((every) => step('minute', 'minutes', every, every * minute)),
  ...[1, 3, 6, 12].map((every) => step('hour', 'hours', every, every * hour)),
  ...[1, 2].map((every) => step('day', 'days', every, every * day)),
  ...[1, 2].map((every) => step('day', 'weeks', every, every * 7 * day)),
  ...[1, 3, 6].map((every) => step('month', 'months', every, every * 30.4 * day)),
  ...[1, 2, 5, 10, 50, 100, 1000, 10_000, 100_000].map((every) =>
    step('year', 'years', every, every * 365 * day),
  ),
]

/**
 * Round instants of a zone between two instants, at most `most`: midnights stay midnights over a change of clocks.
 * @returns epoch milliseconds, ascending, and how fine they are
 */
export function timeTicks(
  from: number,
  to: number,
  zone: string,
  most: number,
): { unit: TimeUnit; ats: number[] } {
  const span = Math.max(0, to - from)
  const chosen = steps.find(({ length }) => span / length <= Math.max(1, most) + 0.5) ?? steps.at(-1)!
  const ats: number[] = []
  let at = floor(Temporal.Instant.fromEpochMilliseconds(Math.round(from)).toZonedDateTimeISO(zone), chosen)
  for (let turn = 0; turn < most * 3 + 3 && at.epochMilliseconds <= to; turn++) {
    if (at.epochMilliseconds >= from) ats.push(at.epochMilliseconds)
    at = next(at, chosen)
  }
  return { unit: chosen.unit, ats }
}

function floor(at: Temporal.ZonedDateTime, { of, every }: Step): Temporal.ZonedDateTime {
  if (of === 'minutes')
    return at.with({
      minute: at.minute - (at.minute % every),
      second: 0,
      millisecond: 0,
      microsecond: 0,
      nanosecond: 0,
    })
  const midnight = at.startOfDay()
  if (of === 'hours')
    return at.with({ hour: at.hour - (at.hour % every), minute: 0, second: 0, millisecond: 0 })
  if (of === 'days') return midnight
  if (of === 'weeks') return midnight.subtract({ days: at.dayOfWeek - 1 }).startOfDay()
  if (of === 'months')
    return midnight.with({ day: 1, month: at.month - ((at.month - 1) % every) }).startOfDay()
  return midnight.with({ day: 1, month: 1, year: Math.floor(at.year / every) * every }).startOfDay()
}

function next(at: Temporal.ZonedDateTime, { of, every }: Step): Temporal.ZonedDateTime {
  const then = at.add({ [of]: every })
  // Hours are counted in elapsed time; after a change of clocks they go back to round ones.
  if (of === 'hours' && every > 1 && then.hour % every !== 0) {
    const round = then.with({
      hour: Math.round(then.hour / every) * every === 24 ? 0 : Math.round(then.hour / every) * every,
    })
    return Temporal.ZonedDateTime.compare(round, at) > 0 ? round : then.add({ hours: every })
  }
  return of === 'hours' || of === 'minutes' ? then : then.startOfDay()
}

/**
 * Ticks on a time axis with their words, none overlapping the next and none outside `left`..`right`.
 * @param scale instant to px
 */
export function writtenTimes(
  from: number,
  to: number,
  format: Format,
  scale: (at: number) => number,
  [left, right]: [number, number],
): Tick[] {
  const sample = textWidth(format.time(from, 'day'))
  const most = Math.max(1, Math.floor((right - left) / (Math.max(sample, 36) + 28)))
  const { unit, ats } = timeTicks(from, to, format.zone, most)
  // Nothing round lies between: the beginning itself is named.
  const instants = ats.length > 0 ? ats : [from]
  const ticks: Tick[] = []
  let taken = Number.NEGATIVE_INFINITY
  for (const instant of instants) {
    const at = px(scale(instant))
    const text = format.time(instant, unit)
    const half = textWidth(text) / 2
    const anchor = at - half < left ? 'start' : at + half > right ? 'end' : 'middle'
    const begins = anchor === 'start' ? at : anchor === 'end' ? at - 2 * half : at - half
    if (begins < taken + 8) continue
    taken = begins + 2 * half
    ticks.push({ at, text, anchor })
  }
  return ticks
}
