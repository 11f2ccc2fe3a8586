import { z } from 'zod'
import { event } from '../event/declare.ts'

export const metricEvents = {
  /** Counts of what we sent have changed since they were last asked for: by metric, over all posts of the channel. */
  'metric.collected': event(
    z.object({
      channelId: z.string(),
      posts: z.number().int(),
      gains: z.record(z.string(), z.number()),
    }),
  ),
}
