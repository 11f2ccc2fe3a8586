import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from '../post/post.events.ts'
import { PAUSE_SCOPES } from './pause.rules.ts'

const about = postChange.extend({ deliveryId: z.string(), channelId: z.string() })
const slots = z.array(z.object({ deliveryId: z.string(), channelId: z.string(), dueAt: z.number() }))
const pause = z.object({ id: z.string(), scope: z.enum(PAUSE_SCOPES), value: z.string(), reason: z.string() })

/** What happens to slots. All but the pauses patch the post's card; `because` is a code under `delivery.because`. */
export const deliveryEvents = {
  'post.scheduled': event(postChange.extend({ slots })),
  'post.unscheduled': event(postChange),
  'delivery.sent': event(about.extend({ url: z.string().nullable(), sentAt: z.number() })),
  /** It stays unsent until a person does something. */
  'delivery.notSent': event(
    about.extend({
      state: z.enum(['failed', 'expired', 'held', 'ambiguous', 'cancelled']),
      because: z.string(),
    }),
  ),
  /** Not sent yet: it is tried again by itself. */
  'delivery.waits': event(about.extend({ because: z.string(), tryAt: z.number() })),
  /** A person sends it again. */
  'delivery.retried': event(about),
  'delivery.dropped': event(about),
  /** A person said what became of it. */
  'delivery.resolved': event(about.extend({ outcome: z.enum(['sent', 'not_sent', 'send_again']) })),
  'pause.started': event(z.object({ pause })),
  /** `held`: how many posts wait for somebody to send, move or drop them. */
  'pause.ended': event(z.object({ pause, held: z.number() })),
  /** A campaign's pause, or its end, told to another team (its name) that has posts in that campaign (its name). */
  'pause.reached': event(
    z.object({ id: z.string(), name: z.string(), teamId: z.string(), team: z.string(), ended: z.boolean() }),
  ),
}
