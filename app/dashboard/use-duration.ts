import { useFormatter } from 'use-intl'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Writes a length of time (ms) in its largest fitting unit, such as 3 hr or 1.5 days. */
export function useDuration(): (ms: number) => string {
  const format = useFormatter()
  return (ms) => {
    const [size, unit] = ms < HOUR ? [MINUTE, 'minute'] : ms < 2 * DAY ? [HOUR, 'hour'] : [DAY, 'day']
    const value = ms / Number(size)
    return format.number(value, {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 && unit !== 'minute' ? 1 : 0,
    })
  }
}
