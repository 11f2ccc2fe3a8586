import { z } from 'zod'
import { zone } from '../time/send-time.rules.ts'

/** `expired`: the network wants a new login. A removed channel is retired; its posts stay. */
export const CHANNEL_STATUSES = ['connected', 'expired', 'disconnected'] as const
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number]

/** Posts a week: fewer than `min` is a gap, more than `max` an overload. */
export const cadence = z
  .object({ min: z.int().min(0).max(200), max: z.int().min(1).max(200) })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'cadence.maxBelowMin' })
export type Cadence = z.infer<typeof cadence>

/** What a person may change about a channel; its account and network come from connecting it. */
export const channelSettings = z.object({
  name: z.string().trim().min(1).max(80),
  teamId: z.string().min(1),
  zone,
  cadence: cadence.nullable().default(null),
})
export type ChannelSettings = z.infer<typeof channelSettings>

export const maySend = (status: ChannelStatus): boolean => status === 'connected'

export type CadenceMark = { verdict: 'gap' | 'fine' | 'overload'; missing: number; over: number }

/** The cadence of a channel's row, null unless both ends are set. */
export const cadenceOf = (row: { cadenceMin: number | null; cadenceMax: number | null }): Cadence | null =>
  row.cadenceMin === null || row.cadenceMax === null ? null : { min: row.cadenceMin, max: row.cadenceMax }

/** How a week's count of planned and published posts stands against the cadence; null without one. */
export function cadenceMark(count: number, wanted: Cadence | null): CadenceMark | null {
  if (!wanted) return null
  const missing = Math.max(0, wanted.min - count)
  const over = Math.max(0, count - wanted.max)
  return { verdict: missing > 0 ? 'gap' : over > 0 ? 'overload' : 'fine', missing, over }
}

export type ChannelRefusal =
  | 'channel.disconnected'
  | 'channel.retired'
  | 'channel.hasPlannedPosts'
  | 'channel.alreadyConnected'
