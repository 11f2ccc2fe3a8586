import { z } from 'zod'
import { newId } from '#db/id.ts'
import { thread } from '#db/schema.ts'
import { objectId } from '../canvas/canvas.rules.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden } from '../platform/problem.ts'
import { objectAnchor } from './canvas-thread.rules.ts'
import { commentBody } from './comment.rules.ts'
import { emitTalk, onCanvas } from './comment-place.ts'
import { checkMentions, sayFirst, threadIsKnown } from './comment-tx.ts'

/** Begins a discussion on an object of a canvas. It stays when the object is removed, and says so. */
export const startCanvasThread = verb({
  name: 'comment.startOnCanvas',
  permission: 'comment:write',
  input: z.object({
    /** Made by the client, so that a retry never comments twice. */
    id: z.uuid().optional(),
    canvasId: z.string(),
    /** The key of the object on the canvas. */
    on: z.object({ key: objectId, about: objectAnchor }),
    body: commentBody,
    mentionIds: z.array(z.string()).max(50).default([]),
  }),
  run(ctx, { id = newId(), canvasId, on, body, mentionIds }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const place = await onCanvas(tx, canvasId, on.key)
      const memberId = ctx.memberId
      if (!memberId) throw forbidden('comment:write')
      if (await threadIsKnown(tx, id, { canvasId })) return { id }
      await checkMentions(tx, place, mentionIds)
      const row = { id, workspaceId: ctx.workspaceId, createdBy: memberId, createdAt: tx.now }
      await tx.db.insert(thread).values({ ...row, canvasId, objectId: on.key, anchor: on.about })
      const commentId = await sayFirst(tx, { threadId: id, body, mentionIds, memberId })
      await emitTalk(tx, 'started', place, { threadId: id, commentId, mentionIds })
      return { id }
    })
  },
})
