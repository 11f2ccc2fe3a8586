import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from '../post/post.events.ts'
import { DECISIONS } from './approval.rules.ts'

export const approvalEvents = {
  /** `askedIds`: who may now decide. */
  'post.submitted': event(
    postChange.extend({ variantIds: z.array(z.string()), askedIds: z.array(z.string()) }),
  ),
  'post.withdrawn': event(postChange.extend({ variantIds: z.array(z.string()) })),
  /**
   * One decision on one or several variants. `state`: where the whole review stands after it. `writerIds`: who wrote
   * or submitted what was decided on.
   */
  'approval.decided': event(
    postChange.extend({
      kind: z.enum(DECISIONS),
      comment: z.string(),
      variantIds: z.array(z.string()),
      approved: z.boolean(),
      writerIds: z.array(z.string()),
    }),
  ),
}
