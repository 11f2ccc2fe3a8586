import { addDays, type CalendarRange, dayRange } from '../time/calendar.rules.ts'
import { type MetricName, metricDefinition } from './metric.rules.ts'

/** A period of whole local days, both included. */
export type Period = { firstDay: string; lastDay: string }

/** Days in a period, at least 1. */
export const daysIn = ({ firstDay, lastDay }: Period): number =>
  Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000) + 1

/** The period of as many days right before; what every figure is compared with. */
export function previousPeriod(period: Period): Period {
  const days = daysIn(period)
  return { firstDay: addDays(period.firstDay, -days), lastDay: addDays(period.firstDay, -1) }
}

/** The instants a period covers in a zone, epoch milliseconds: `from` included, `to` excluded. */
export function instantsOf(period: Period, zone: string): Pick<CalendarRange, 'from' | 'to'> {
  return { from: dayRange(period.firstDay, zone).from, to: dayRange(period.lastDay, zone).to }
}

export type Comparison = {
  change: number
  /** Change as a share of the value before; null when that was zero, for "from 0 to 12" has no percentage. */
  share: number | null
  direction: 'up' | 'down' | 'same'
  /** Whether the change is good news; null when it is neither. */
  good: boolean | null
}

/** How a value stands against the same measure of the previous period; null when either is unknown. */
export function compare(name: MetricName, now: number | null, before: number | null): Comparison | null {
  if (now === null || before === null) return null
  const change = now - before
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same'
  const { good } = metricDefinition(name)
  return {
    change,
    share: before === 0 ? null : change / Math.abs(before),
    direction,
    good: direction === 'same' || good === null ? null : good === direction,
  }
}
