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
  | null

type Time = Pick<Card, 'sendLocal' | 'sendZone' | 'sendAt'>

/** The same rules as the server's; they are loaded with the first change of a time. */
export async function timeFor(
  card: Card,
  when: When,
  own: string,
): Promise<{ time: Time; notice: Resolved['notice'] }> {
  if (!when) return { time: { sendLocal: null, sendZone: null, sendAt: null }, notice: null }
  const { placeTime } = await import('#server/time/grid.rules.ts')
  const { moveToDay, resolveSendTime } = await import('#server/time/send-time.rules.ts')
  const kept = card.sendZone ?? own
  const resolve = (): Resolved => {
    if ('local' in when) return resolveSendTime(when.local, when.zone)
    if (when.minute !== undefined) return placeTime(when, when.axis, kept)
    return moveToDay({ local: card.sendLocal ?? `${when.day}T09:00`, zone: kept }, when.day)
  }
  const { local, zone, at, notice } = resolve()
  return { time: { sendLocal: local, sendZone: zone, sendAt: at }, notice }
}

/** A time as the server is told it: a day stays a day, so that the time of day is the one that it has by then. */
export function targetOf(when: When, { sendLocal, sendZone }: Time, own: string) {
  if (!when || 'local' in when) return when
  if (when.minute === undefined) return { day: when.day, zone: own }
  return sendLocal !== null && sendZone !== null ? { local: sendLocal, zone: sendZone } : null
}

/** Why a move is asked about: the time has passed or is near, or the clocks leave out that hour. */
export type TimeQuestion = 'post.timePast' | 'post.timeSoon' | 'time.skipped'

/** What has been agreed to. */
export interface Agreed {
  /** a time that is past or near */
  confirmed?: boolean
  /** another time than the one wanted, for that does not exist */
  skipped?: boolean
}
