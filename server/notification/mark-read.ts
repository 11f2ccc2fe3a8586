import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notification } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'

/** Marks one of one's own notifications as read, or all of them without an id. Others' are passed over. */
export const markRead = verb({
  name: 'notification.read',
  permission: 'signed-in',
  input: z.object({ id: z.string().optional() }),
  async run(ctx, { id }) {
    const memberId = ctx.memberId ?? ''
    return transact(ctx, async (tx) => {
      const marked = await tx.db
        .update(notification)
        .set({ readAt: tx.now })
        .where(
          and(
            eq(notification.workspaceId, ctx.workspaceId),
            eq(notification.memberId, memberId),
            isNull(notification.readAt),
            id ? eq(notification.id, id) : undefined,
          ),
        )
        .returning({ id: notification.id })
      const count = marked.length
      if (count) emit(tx, 'notification.read', { count }, { audience: { memberId } })
      return { count }
    })
  },
})
