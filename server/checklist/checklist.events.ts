import { z } from 'zod'
import { event } from '../event/declare.ts'
import { postChange } from '../post/post.events.ts'

// They patch the card with the counts of its ticks; the sheet reads its lists again.
const about = postChange.extend({ checklistId: z.string(), name: z.string() })
const item = about.extend({ itemId: z.string(), text: z.string() })

export const checklistEvents = {
  'checklist.created': event(about),
  'checklist.changed': event(about),
  'checklist.removed': event(about),
  'checklist.itemAdded': event(item.extend({ assigneeId: z.string().nullable() })),
  /** Only what changed is named. */
  'checklist.itemChanged': event(
    item.extend({ done: z.boolean().optional(), assigneeId: z.string().nullable().optional() }),
  ),
  'checklist.itemRemoved': event(item),
}
