import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notification } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'

/** Marks one of one's own notifications as read, or all of them without an id. Another's is `request.notFound`. */
export const markRead = verb({
  name: 'notification.read',
  permission: 'signed-in',
  input: z.object({ id: z.string().optional() }),
  async run(ctx, { id }) {
    const memberId = ctx.memberId ?? ''
    return transact(ctx, async (tx) => {
      const mine = and(
        eq(notification.workspaceId, ctx.workspaceId),
        eq(notification.memberId, memberId),
        id ? eq(notification.id, id) : undefined,
      )
      if (id) {
        const [known] = await tx.db.select({ id: notification.id }).from(notification).where(mine)
        if (!known) throw notFound()
      }
      const marked = await tx.db
        .update(notification)
        .set({ readAt: tx.now })
        .where(and(mine, isNull(notification.readAt)))
        .returning({ id: notification.id })
      const count = marked.length
      if (count) emit(tx, 'notification.read', { count }, { audience: { memberId } })
      return { count }
    })
  },
})
