import { clockOf } from '../i18n/date-format.rules.ts'
import type { TimeUnit } from './scene.ts'

type Unit = Exclude<TimeUnit, 'minute' | 'hour'>

const coarse: Record<Unit, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

/** Writes instants for an axis as the reader does. Hand it to `Format.time`. */
export function timeFormat(locale: string, zone: string): (at: number, unit: TimeUnit) => string {
  const shapes = { ...coarse, minute: clockOf(locale), hour: clockOf(locale) }
  const made = new Map<TimeUnit, Intl.DateTimeFormat>()
  return (at, unit) => {
    let format = made.get(unit)
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...shapes[unit], timeZone: zone })
      made.set(unit, format)
    }
    return format.format(at)
  }
}
