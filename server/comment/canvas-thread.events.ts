import { z } from 'zod'
import { event } from '../event/declare.ts'

// As with comments on posts: the words stay in their row, and the events say where to look.
const about = z.object({ id: z.string(), name: z.string(), objectId: z.string(), threadId: z.string() })
const said = about.extend({ commentId: z.string(), mentionIds: z.array(z.string()) })

/** Discussions on objects of a canvas; `id` and `name` are the canvas's. */
export const canvasThreadEvents = {
  'canvas.commented': event(said),
  /** `inThread`: everybody who has written there before. */
  'canvas.replied': event(said.extend({ inThread: z.array(z.string()) })),
  'canvas.commentEdited': event(said),
  'canvas.commentDeleted': event(about.extend({ commentId: z.string() })),
  'canvas.threadResolved': event(about),
  'canvas.threadReopened': event(about),
}
