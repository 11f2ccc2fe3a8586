import type { Card } from '#server/post/card.rules.ts'

/** When something shall go out: on another day at its time, at a time, or no more. */
export type When = { day: string } | { local: string; zone: string } | null

/** The same rules as the server's; they are loaded with the first change of a time. */
export async function timeFor(
  card: Card,
  when: When,
  own: string,
): Promise<Pick<Card, 'sendLocal' | 'sendZone' | 'sendAt'>> {
  if (!when) return { sendLocal: null, sendZone: null, sendAt: null }
  const { moveToDay, resolveSendTime } = await import('#server/time/send-time.rules.ts')
  const { local, zone, at } =
    'local' in when
      ? resolveSendTime(when.local, when.zone)
      : moveToDay({ local: card.sendLocal ?? `${when.day}T09:00`, zone: card.sendZone ?? own }, when.day)
  return { sendLocal: local, sendZone: zone, sendAt: at }
}
