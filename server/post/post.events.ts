import { z } from 'zod'
import { event } from '../event/declare.ts'
import { card, cardPatch } from './card.rules.ts'

/** A change of a post: its id, its title (for sentences) and what to set on its card. */
export const postChange = z.object({ id: z.string(), title: z.string(), set: cardPatch })

export const postEvents = {
  'post.created': event(z.object({ post: card })),
  'post.moved': event(postChange),
  /** It stands where it stood, with another rank: there was no room left beside it. `was`: the rank it had. */
  'post.spread': event(postChange.extend({ was: z.string() })),
  'post.rescheduled': event(postChange),
  'post.changed': event(postChange),
  /** The send time of some variants is their own now, or (null) the post's again. `channels` are names. */
  'variant.rescheduled': event(
    postChange.extend({
      channels: z.string(),
      sendLocal: z.string().nullable(),
      sendZone: z.string().nullable(),
      sendAt: z.number().nullable(),
    }),
  ),
  /** Off the board; the card goes. */
  'post.archived': event(z.object({ id: z.string(), title: z.string() })),
  /** Back on the board, as it is now. */
  'post.restored': event(z.object({ post: card })),
}
