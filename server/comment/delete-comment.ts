import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { comment } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { emitTalk } from './comment-place.ts'
import { ownComment } from './comment-tx.ts'

/** Takes back a comment of one's own: its words are gone for good, its place in the thread stays. */
export const deleteComment = verb({
  name: 'comment.delete',
  permission: 'comment:write',
  input: z.object({ commentId: z.string() }),
  async run(ctx, { commentId }) {
    return transact(ctx, async (tx) => {
      const own = await ownComment(tx, commentId)
      await tx.db
        .update(comment)
        .set({ body: '', mentionIds: [], deletedAt: tx.now })
        .where(and(eq(comment.workspaceId, ctx.workspaceId), eq(comment.id, commentId)))
      await emitTalk(tx, 'deleted', own.place, { threadId: own.row.id, commentId })
      return {}
    })
  },
})
