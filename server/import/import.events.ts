import { z } from 'zod'
import { event } from '../event/declare.ts'
import { card } from '../post/card.rules.ts'

const about = z.object({ id: z.string(), importName: z.string() })
const progress = z.object({ total: z.number(), done: z.number() })

/** One event a batch, not one a post: an import of thousands would drown everybody's screens otherwise. */
export const importEvents = {
  'import.started': event(about.extend({ total: z.number() })),
  /** A batch is in: its cards as they are now, and how far the import has come. */
  'import.filled': event(
    about.extend({
      ...progress.shape,
      made: z.number(),
      updated: z.number(),
      bad: z.number(),
      posts: z.array(card),
    }),
  ),
  'import.finished': event(about.extend({ made: z.number(), updated: z.number(), bad: z.number() })),
  'import.failed': event(about.extend({ error: z.string() })),
  /** An undo has taken a batch away: the cards go. */
  'import.emptied': event(about.extend({ ...progress.shape, gone: z.array(z.string()) })),
  'import.undone': event(about.extend({ removed: z.number(), kept: z.number() })),
}
