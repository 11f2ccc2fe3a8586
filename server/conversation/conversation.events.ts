import { z } from 'zod'
import { event } from '../event/declare.ts'
import { sentimentLabel } from '../sentiment/sentiment.rules.ts'

const id = z.string()

/**
 * What happens to conversations. Ids and our own doing only, never a word of the people outside: a client that is
 * told fetches the words itself, so they can be erased. Every one has `id`, the conversation.
 */
export const conversationEvents = {
  /** They wrote. `isNew`: the first of this conversation; `reopened`: it was not open. */
  'conversation.received': event(
    z.object({
      id,
      channelId: z.string(),
      messageIds: z.array(z.string()),
      isNew: z.boolean(),
      reopened: z.boolean(),
    }),
  ),
  /** Somebody is on it until `until` (epoch ms) unless they go on. */
  'conversation.claimed': event(z.object({ id, memberId: z.string(), until: z.number() })),
  'conversation.released': event(z.object({ id, memberId: z.string() })),
  'conversation.assigned': event(
    z.object({ id, assigneeId: z.string().nullable(), before: z.string().nullable() }),
  ),
  'conversation.pended': event(z.object({ id })),
  'conversation.snoozed': event(z.object({ id, until: z.number() })),
  'conversation.woke': event(z.object({ id })),
  'conversation.reopened': event(z.object({ id })),
  /** `reason` is `answered` or why no answer was needed. */
  'conversation.closed': event(z.object({ id, reason: z.string() })),
  /** A reply of ours is on its way; `conversation.sent` or `conversation.notSent` follows. */
  'conversation.replied': event(z.object({ id, messageId: z.string() })),
  'conversation.sent': event(z.object({ id, messageId: z.string() })),
  /** It waits for the network and is tried again at `tryAt` (epoch ms). */
  'conversation.delayed': event(
    z.object({ id, messageId: z.string(), reason: z.string(), tryAt: z.number() }),
  ),
  /** `failed`, `ambiguous` (a person must look) or `dropped` (a person gave it up), with the reason's code. */
  'conversation.notSent': event(
    z.object({
      id,
      messageId: z.string(),
      state: z.enum(['failed', 'ambiguous', 'dropped']),
      reason: z.string(),
    }),
  ),
  /** A member said how a message sounds. */
  'sentiment.corrected': event(
    z.object({ id, messageId: z.string(), from: sentimentLabel.nullable(), to: sentimentLabel }),
  ),
  /** One's own reading; told to nobody else. */
  'conversation.seen': event(z.object({ id })),
}
