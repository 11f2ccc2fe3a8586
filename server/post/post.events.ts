import { z } from 'zod'
import { event } from '../event/declare.ts'
import { card, cardPatch } from './card.rules.ts'

/** A change of a post: its id, its title (for sentences) and what to set on its card. */
export const postChange = z.object({ id: z.string(), title: z.string(), set: cardPatch })

export const postEvents = {
  'post.created': event(z.object({ post: card })),
  'post.moved': event(postChange),
}
