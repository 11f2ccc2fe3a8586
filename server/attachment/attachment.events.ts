import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from '../post/post.events.ts'

const about = postChange.extend({
  attachmentId: z.string(),
  name: z.string(),
  kind: z.enum(['file', 'link']),
})

export const attachmentEvents = {
  'attachment.added': event(about),
  'attachment.removed': event(about),
}
