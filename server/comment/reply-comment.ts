import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { comment } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden } from '../platform/problem.ts'
import { commentBody } from './comment.rules.ts'
import { emitTalk } from './comment-place.ts'
import { checkMentions, threadToChange } from './comment-tx.ts'

/** Adds to a thread. A resolved thread stays resolved: reopening is an act of its own. */
export const replyComment = verb({
  name: 'comment.reply',
  permission: 'comment:write',
  input: z.object({
    id: z.uuid().optional(),
    threadId: z.string(),
    body: commentBody,
    mentionIds: z.array(z.string()).max(50).default([]),
  }),
  async run(ctx, input) {
    return transact(ctx, async (tx) => {
      const { row, place } = await threadToChange(tx, input.threadId)
      const memberId = ctx.memberId
      if (!memberId) throw forbidden('comment:write')
      const id = input.id ?? newId()
      const before = await tx.db
        .select({ id: comment.id, memberId: comment.memberId })
        .from(comment)
        .where(and(eq(comment.workspaceId, ctx.workspaceId), eq(comment.threadId, row.id)))
      if (before.some((one) => one.id === id)) return { id }
      await checkMentions(tx, place, input.mentionIds)
      const { body, mentionIds } = input
      const said = { body, mentionIds, memberId, at: tx.now }
      await tx.db.insert(comment).values({ id, workspaceId: ctx.workspaceId, threadId: row.id, ...said })
      await emitTalk(tx, 'replied', place, {
        threadId: row.id,
        commentId: id,
        mentionIds,
        inThread: [...new Set(before.map((one) => one.memberId))],
      })
      return { id }
    })
  },
})
