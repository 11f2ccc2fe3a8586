import { z } from 'zod'
import { event } from '../event/declare.ts'
import { card } from '../post/card.rules.ts'
import { postChange } from '../post/post.events.ts'

const about = z.object({ seriesId: z.string(), title: z.string() })

/** `title` is that of the post it began with. */
export const seriesEvents = {
  /** A post comes again from now on. */
  'series.started': event(postChange.extend({ seriesId: z.string() })),
  'series.changed': event(about),
  /** Its posts are posts like any other from now on. */
  'series.ended': event(about),
  /** Copies were made, others taken away: one event, however many they are. */
  'series.filled': event(
    about.extend({ made: z.number(), removed: z.number(), posts: z.array(card), gone: z.array(z.string()) }),
  ),
}
