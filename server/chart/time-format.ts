import type { TimeUnit } from './scene.ts'

const fine: Record<TimeUnit, Intl.DateTimeFormatOptions> = {
  minute: { hour: 'numeric', minute: '2-digit' },
  hour: { hour: 'numeric', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

/** Writes instants for an axis as the reader does. Hand it to `Format.time`. */
export function timeFormat(locale: string, zone: string): (at: number, unit: TimeUnit) => string {
  const made = new Map<TimeUnit, Intl.DateTimeFormat>()
  return (at, unit) => {
    let format = made.get(unit)
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...fine[unit], timeZone: zone })
      made.set(unit, format)
    }
    return format.format(at)
  }
}
