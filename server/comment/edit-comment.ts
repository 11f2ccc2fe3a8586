import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { comment } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { commentBody } from './comment.rules.ts'
import { emitTalk } from './comment-place.ts'
import { checkMentions, ownComment } from './comment-tx.ts'

/** Rewrites a comment of one's own; it is marked as edited. Only people newly mentioned are in the event. */
export const editComment = verb({
  name: 'comment.edit',
  permission: 'comment:write',
  input: z.object({
    commentId: z.string(),
    body: commentBody,
    mentionIds: z.array(z.string()).max(50).default([]),
  }),
  async run(ctx, { commentId, body, mentionIds }) {
    return transact(ctx, async (tx) => {
      const own = await ownComment(tx, commentId)
      await checkMentions(tx, own.place, mentionIds)
      await tx.db
        .update(comment)
        .set({ body, mentionIds, editedAt: tx.now })
        .where(and(eq(comment.workspaceId, ctx.workspaceId), eq(comment.id, commentId)))
      const fresh = mentionIds.filter((id) => !own.comment.mentionIds.includes(id))
      await emitTalk(tx, 'edited', own.place, {
        threadId: own.row.id,
        commentId,
        mentionIds: fresh,
      })
      return {}
    })
  },
})
