import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from '../post/post.events.ts'

// The words stay in their row, so that deleting a comment deletes them; the events say where to look.
const about = postChange.extend({ threadId: z.string() })
const said = about.extend({ commentId: z.string(), mentionIds: z.array(z.string()) })

export const commentEvents = {
  'comment.started': event(said.extend({ quote: z.string().nullable() })),
  /** `inThread`: everybody who has written there before. */
  'comment.replied': event(said.extend({ inThread: z.array(z.string()) })),
  'comment.edited': event(said),
  'comment.deleted': event(about.extend({ commentId: z.string() })),
  'thread.resolved': event(about),
  'thread.reopened': event(about),
}
