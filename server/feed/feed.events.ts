import { z } from 'zod'
import { event } from '../event/declare.ts'

/** Only its member hears of a private calendar address; the address itself is in none of it. */
export const feedEvents = {
  'feed.created': event(z.object({ id: z.string(), teamId: z.string().nullable() })),
  'feed.revoked': event(z.object({ id: z.string(), teamId: z.string().nullable() })),
}
