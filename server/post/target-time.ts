import { z } from 'zod'
import { localMinute, moveToDay, type Resolved, resolveSendTime, zone } from '../time/send-time.rules.ts'

/** When something without a time is dropped on a day. */
const USUAL_TIME = '09:00'

/** Where a send time is moved to. */
export const target = z.union([
  /** Another day, same local time and zone. What has no time gets 09:00 in `zone`. */
  z.object({ day: z.iso.date(), zone: zone.optional() }),
  z.object({ local: localMinute, zone }),
  /** No time (any more). */
  z.null(),
])

/** The send time that a target means for what has this one now; `own` is the mover's zone. */
export function targetTime(
  to: NonNullable<z.output<typeof target>>,
  local: string | null,
  zone: string | null,
  own: string,
): Resolved {
  if ('local' in to) return resolveSendTime(to.local, to.zone)
  return moveToDay({ local: local ?? `${to.day}T${USUAL_TIME}`, zone: zone ?? to.zone ?? own }, to.day)
}
