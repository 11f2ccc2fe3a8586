import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

// temporal-polyfill is 19 KB gzip (measured, the whole class API), and gives way to native Temporal, so the browser
// computes with the very same rules as the server.

/** Moving a post to less than this ahead, or to the past, asks first. Milliseconds. */
export const SOON = 5 * 60_000

/** A local date and time of minute precision, `2026-03-29T02:30`, without a zone. */
export const localMinute = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine(isLocalMinute, 'time.invalid')

/** An IANA zone that this runtime knows. */
export const zone = z.string().min(1).max(64).refine(isZone, 'time.unknownZone')

export const sendTime = z.object({ local: localMinute, zone, at: z.int() })
/** `at`: the instant, epoch milliseconds, that `local` in `zone` resolves to. */
export type SendTime = z.infer<typeof sendTime>

/** The hour did not exist (clocks went forward): it is now the next valid minute. It existed twice: the first. */
export const TIME_NOTICES = ['skippedHour', 'doubledHour'] as const
export type Resolved = SendTime & { notice: (typeof TIME_NOTICES)[number] | null }

/** The instant of a local date and time in a zone. Throws a RangeError when either is not valid. */
export function resolveSendTime(local: string, zone: string): Resolved {
  const wanted = Temporal.PlainDateTime.from(local).round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const early = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const late = wanted.toZonedDateTime(zone, { disambiguation: 'later' })
  if (early.epochMilliseconds === late.epochMilliseconds) return resolved(early, zone, null)
  if (early.toPlainDateTime().equals(wanted)) return resolved(early, zone, 'doubledHour')
  // "earlier" lies before the gap, so the next transition from there is the first minute that exists again.
  const after = early.getTimeZoneTransition('next') ?? late
  return resolved(after, zone, 'skippedHour')
}

/** A send time for an instant, seconds cut off; the way back from `at` to what people read. */
export function sendTimeAt(at: number, zone: string): SendTime {
  const minute = Math.floor(at / 60_000) * 60_000
  const there = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(zone)
  return { local: minuteText(there.toPlainDateTime()), zone, at: minute }
}

/** Another day, same local time; what dragging a card to another date does. `day` is `YYYY-MM-DD`. */
export function moveToDay(time: Pick<SendTime, 'local' | 'zone'>, day: string): Resolved {
  return resolveSendTime(`${day}T${time.local.slice(11)}`, time.zone)
}

/** Whether moving something to this instant needs a question first. Both in epoch milliseconds. */
export function asksFirst(at: number, now: number): 'past' | 'soon' | null {
  if (at < now) return 'past'
  return at - now < SOON ? 'soon' : null
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

/** The zones to choose from, sorted; UTC is added, because browsers leave it out. */
export const zones = (): string[] => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort()

function isLocalMinute(local: string): boolean {
  try {
    return minuteText(Temporal.PlainDateTime.from(local, { overflow: 'reject' })) === local
  } catch {
    return false
  }
}

const minuteText = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'minute' })

const resolved = (there: Temporal.ZonedDateTime, zone: string, notice: Resolved['notice']): Resolved => ({
  local: minuteText(there.toPlainDateTime()),
  zone,
  at: there.epochMilliseconds,
  notice,
})
