import { useMemo } from 'react'
import { useLocale, useTimeZone } from 'use-intl'
import type { Format } from '#server/chart/scene.ts'
import { timeFormat } from '#server/chart/time-format.ts'
import { clockOf } from '#server/i18n/date-format.rules.ts'

export interface ChartFormat extends Format {
  /** A value in full, for the read-out and the table. */
  exact(value: number): string
  /** An instant in full; with the time of day only when the readings are finer than a day. */
  moment(at: number): string
  percent(ratio: number): string
}

/** How values are written; numbers when nothing is said (percent, durations, money come from the metric). */
export interface ValueFormat {
  /** On axes, short. */
  short?: (value: number) => string
  exact?: (value: number) => string
}

/** The reader's language and zone, made once. @param daily whether readings are a day or more apart */
export function useChartFormat(value: ValueFormat | undefined, daily: boolean): ChartFormat {
  const locale = useLocale()
  const zone = useTimeZone() ?? 'UTC'
  const { short, exact } = value ?? {}
  return useMemo(() => {
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
    // Korean counts by ten thousands; "2천" on an axis reads as words, "2,000" as a figure.
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    const spelled = locale.startsWith('ko')
    const full = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const ratio = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
    const moment = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(daily ? {} : clockOf(locale)),
      timeZone: zone,
    })
    return {
      zone,
      value: short ?? ((one) => (spelled && Math.abs(one) < 10_000 ? plain : compact).format(one)),
      exact: exact ?? ((one) => full.format(one)),
      time: timeFormat(locale, zone),
      moment: (at) => moment.format(at),
      percent: (one) => ratio.format(one),
    }
  }, [locale, zone, short, exact, daily])
}

/** Whether instants are a day or more apart (an hour is forgiven for a change of clocks). */
export function isDaily(ats: readonly number[]): boolean {
  const sorted = [...new Set(ats)].sort((a, b) => a - b)
  return sorted.every((at, index) => index === 0 || at - sorted[index - 1]! >= 23 * 3_600_000)
}
