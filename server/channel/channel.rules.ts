import { z } from 'zod'
import { zone } from '../time/send-time.rules.ts'

/** A network's name in the registry of networks. Generic code never names one. */
export const networkName = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)

export const CHANNEL_STATES = ['connected', 'needs_login', 'disconnected', 'retired'] as const
export type ChannelState = (typeof CHANNEL_STATES)[number]

/** Posts a week: fewer than `min` is a gap, more than `max` an overload. */
export const cadence = z
  .object({ min: z.int().min(0).max(200), max: z.int().min(1).max(200) })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'cadence.max_below_min' })
export type Cadence = z.infer<typeof cadence>

/** A weekly queue slot: ISO weekday (1 Monday) and local `HH:mm` in the channel's zone. */
export const queueSlot = z.object({
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
})
export type QueueSlot = z.infer<typeof queueSlot>

/** What a person may change about a channel; its account and network come from connecting it. */
export const channelSettings = z.object({
  name: z.string().trim().min(1).max(80),
  teamId: z.string().min(1),
  zone,
  cadence: cadence.nullable().default(null),
  slots: z
    .array(queueSlot)
    .max(100)
    .refine(
      (slots) => new Set(slots.map((slot) => `${slot.weekday} ${slot.time}`)).size === slots.length,
      'slots.double',
    )
    .default([]),
})
export type ChannelSettings = z.infer<typeof channelSettings>

export const channel = channelSettings.extend({
  id: z.string(),
  network: networkName,
  /** The account's own name on the network. */
  handle: z.string().max(200),
  state: z.enum(CHANNEL_STATES),
  /** Its audience is played by members; marked everywhere, and left out of company figures unless asked for. */
  practice: z.boolean(),
})
export type Channel = z.infer<typeof channel>

export const maySend = (state: ChannelState): boolean => state === 'connected'

export type CadenceMark = { verdict: 'gap' | 'fine' | 'overload'; missing: number; over: number }

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
  | 'channel.has_planned_posts'
  | 'channel.already_connected'
