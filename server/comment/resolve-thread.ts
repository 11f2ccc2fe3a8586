import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { thread } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { emitTalk } from './comment-place.ts'
import { threadToChange } from './comment-tx.ts'

const input = z.object({ threadId: z.string() })

/** Closes a discussion. Doing it twice does it once. */
export const resolveThread = verb({
  name: 'thread.resolve',
  permission: 'comment:write',
  input,
  run: (ctx, { threadId }) => settle(ctx, threadId, true),
})

/** Opens it again. */
export const reopenThread = verb({
  name: 'thread.reopen',
  permission: 'comment:write',
  input,
  run: (ctx, { threadId }) => settle(ctx, threadId, false),
})

function settle(ctx: Ctx, threadId: string, resolved: boolean) {
  return transact(ctx, async (tx) => {
    const { row, place } = await threadToChange(tx, threadId)
    if ((row.resolvedAt !== null) === resolved) return {}
    await tx.db
      .update(thread)
      .set(
        resolved ? { resolvedAt: tx.now, resolvedBy: ctx.memberId } : { resolvedAt: null, resolvedBy: null },
      )
      .where(and(eq(thread.workspaceId, ctx.workspaceId), eq(thread.id, threadId)))
    await emitTalk(tx, resolved ? 'resolved' : 'reopened', place, { threadId })
    return {}
  })
}
