import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { message } from '#db/schema.ts'
import { loadConversation, setConversation, tellReaders } from '../conversation/load-conversation.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { sentimentLabel } from './sentiment.rules.ts'

/** A member says how an inbound message sounds. The words a model weighed stay beside it, to be seen. */
export const correctSentiment = verb({
  name: 'sentiment.correct',
  permission: 'sentiment:correct',
  input: z.object({ messageId: z.string(), label: sentimentLabel }),
  run: (ctx, { messageId, label }): Promise<{ label: string }> =>
    transact(ctx, async (tx) => {
      const here = and(eq(message.workspaceId, ctx.workspaceId), eq(message.id, messageId))
      const [row] = await tx.db.select().from(message).where(here)
      if (row?.direction !== 'in') throw notFound()
      const parent = await loadConversation(tx, row.conversationId, 'sentiment:correct')
      if (row.sentiment === label && row.sentimentBy === ctx.memberId) return { label }
      await tx.db.update(message).set({ sentiment: label, sentimentBy: ctx.memberId }).where(here)
      // The list shows how the last word sounds.
      if (row.at === parent.lastInboundAt) await setConversation(tx, parent.id, { sentiment: label })
      tellReaders(tx, parent, 'sentiment.corrected', { messageId, from: row.sentiment, to: label })
      return { label }
    }),
})
