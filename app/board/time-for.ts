import type { Card } from '#server/post/card.rules.ts'
import type { GridPlace } from '#server/time/grid.rules.ts'
import type { Resolved } from '#server/time/send-time.rules.ts'

/**
 * When something shall go out: on another day at its time, at a place of an hour grid (of which `axis` is the zone), at
 * a time, or no more.
 */
export type When =
  | { day: string; minute?: undefined }
  | (GridPlace & { axis: string })
  | { local: string; zone: string }
  /** so many minutes later, or earlier below 0 */
  | { step: number }
  | null

type Time = Pick<Card, 'sendLocal' | 'sendZone' | 'sendAt'>

/** The same rules as the server's; they are loaded with the first change of a time. `question`: the clocks give another than was meant. */
export async function timeFor(
  card: Card,
  when: When,
  own: string,
): Promise<{ time: Time; question: Extract<TimeQuestion, `time.${string}`> | null }> {
  if (!when) return { time: { sendLocal: null, sendZone: null, sendAt: null }, question: null }
  const { placeTime, stepTime } = await import('#server/time/grid.rules.ts')
  const { moveToDay, resolveSendTime } = await import('#server/time/send-time.rules.ts')
  const kept = card.sendZone ?? own
  const resolve = (): Resolved => {
    if ('local' in when) return resolveSendTime(when.local, when.zone)
    if ('step' in when) return stepTime(card.sendAt ?? 0, when.step, kept)
    if (when.minute !== undefined) return placeTime(when, when.axis, kept)
    return moveToDay({ local: card.sendLocal ?? `${when.day}T09:00`, zone: kept }, when.day)
  }
  const { local, zone, at, notice } = resolve()
  const time = { sendLocal: local, sendZone: zone, sendAt: at }
  if ('step' in when || !notice) return { time, question: null }
  if (notice === 'skippedHour') return { time, question: 'time.skipped' }
  // Of an hour that comes twice the first is taken; whoever meant the second is told.
  return { time, question: 'day' in when && when.minute !== undefined && when.again ? 'time.doubled' : null }
}

/** A time as the server is told it: a day stays a day, so that the time of day is the one that it has by then. */
export function targetOf(when: When, { sendLocal, sendZone }: Time, own: string) {
  if (!when || 'local' in when) return when
  if ('day' in when && when.minute === undefined) return { day: when.day, zone: own }
  return sendLocal !== null && sendZone !== null ? { local: sendLocal, zone: sendZone } : null
}

/** Why a move is asked about: the time has passed or is near, or the clocks leave that hour out or show it twice. */
export type TimeQuestion = 'post.timePast' | 'post.timeSoon' | 'time.skipped' | 'time.doubled'

/** What has been agreed to. */
export interface Agreed {
  /** a time that is past or near */
  confirmed?: boolean
  /** another time than the one wanted, for that cannot be had */
  another?: boolean
}
