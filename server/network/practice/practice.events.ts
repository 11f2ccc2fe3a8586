import { z } from 'zod'
import { event } from '../../event/declare.ts'

/** What happens on the page of a practice channel. The words stay in their rows, as those of any audience do. */
export const practiceEvents = {
  'practice.added': event(
    z.object({
      channelId: z.string(),
      entryIds: z.array(z.string()),
      kind: z.enum(['post', 'reply', 'mention', 'direct']),
    }),
  ),
  'practice.liked': event(
    z.object({ channelId: z.string(), entryId: z.string(), likes: z.number().int().nonnegative() }),
  ),
  /** Somebody new is in the audience. */
  'practice.personaAdded': event(z.object({ personaId: z.string() })),
  'practice.stormStarted': event(
    z.object({ channelId: z.string(), messages: z.number().int(), seconds: z.number().int() }),
  ),
  'practice.stormStopped': event(z.object({ channelId: z.string() })),
}
