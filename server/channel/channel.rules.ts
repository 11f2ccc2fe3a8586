import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'
import { zone } from '../time/send-time.rules.ts'

/** `expired`: the network wants a new login. A removed channel is retired; its posts stay. */
export const CHANNEL_STATUSES = ['connected', 'expired', 'disconnected'] as const
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number]

/** Posts a week: fewer than `min` is a gap, more than `max` an overload. */
export const cadence = z
  .object({ min: z.int().min(0).max(200), max: z.int().min(1).max(200) })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'cadence.maxBelowMin' })

/** What a person may change about a channel; its account and network come from connecting it. */
export const channelSettings = z.object({
  name: nameText().min(1).max(80),
  teamId: z.string().min(1),
  zone,
  cadence: cadence.nullable().default(null),
})
export type ChannelSettings = z.infer<typeof channelSettings>

export const maySend = (status: ChannelStatus): boolean => status === 'connected'

export type ChannelRefusal =
  | 'channel.disconnected'
  | 'channel.retired'
  | 'channel.hasPlannedPosts'
  | 'channel.alreadyConnected'
