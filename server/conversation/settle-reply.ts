import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { message } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { enqueue } from '../job/enqueue.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { loadConversation, tellReaders } from './load-conversation.ts'
import { replyArrived } from './reply-outcome.ts'
import { sendReply } from './send-reply.job.ts'

/**
 * What a person decides about a reply that did not go out: `retry`, `drop`, or, when nobody knows whether it arrived,
 * `sent` (they looked and it is there) or `absent` (they looked and it is not: it is sent again). Problem:
 * conversation.replySettled (somebody was faster).
 */
export const settleReply = verb({
  name: 'conversation.settleReply',
  permission: 'conversation:reply',
  input: z.object({ messageId: z.string(), as: z.enum(['retry', 'drop', 'sent', 'absent']) }),
  async run(ctx, { messageId, as }): Promise<object> {
    const arrived = await transact(ctx, async (tx) => {
      const here = and(eq(message.workspaceId, ctx.workspaceId), eq(message.id, messageId))
      const [row] = await tx.db.select().from(message).where(here)
      if (row?.direction !== 'out') throw notFound()
      const parent = await loadConversation(tx, row.conversationId, 'conversation:reply')
      const open = row.sendState === 'failed' || row.sendState === 'ambiguous'
      const unclear = row.sendState === 'ambiguous'
      if (!open || ((as === 'sent' || as === 'absent') && !unclear))
        throw new Problem('conversation.replySettled', { status: 409 })
      if (as === 'sent') return true
      if (as === 'drop') {
        await tx.db.update(message).set({ sendState: 'dropped' }).where(here)
        tellReaders(tx, parent, 'conversation.notSent', {
          messageId,
          state: 'dropped',
          reason: row.sendReason ?? '',
        })
        return false
      }
      await tx.db
        .update(message)
        .set({
          sendState: 'sending',
          sendReason: null,
          sendDetail: null,
          sendFailures: 0,
          ...(as === 'absent' && { sendBegunAt: null }),
        })
        .where(here)
      await enqueue(tx, sendReply, { messageId })
      tellReaders(tx, parent, 'conversation.replied', { messageId })
      return false
    })
    if (arrived) await replyArrived(ctx, messageId, null)
    return {}
  },
})
