import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { notification } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { NotificationKind, NotificationView } from './notification.rules.ts'

const SHOWN = 50

const words = (value: unknown) => (typeof value === 'string' ? value : '')

/** One's own notifications, newest first, and how many are unread in all. */
export async function readNotifications(ctx: Ctx): Promise<{ unread: number; list: NotificationView[] }> {
  const mine = and(
    eq(notification.workspaceId, ctx.workspaceId),
    eq(notification.memberId, ctx.memberId ?? ''),
  )
  const rows = await ctx.store.read
    .select()
    .from(notification)
    .where(mine)
    .orderBy(desc(notification.at), desc(notification.n))
    .limit(SHOWN)
  const [open] = await ctx.store.read
    .select({ unread: count() })
    .from(notification)
    .where(and(mine, isNull(notification.readAt)))
  return {
    unread: open?.unread ?? 0,
    list: rows.map(({ id, kind, subjectId, data, at, readAt }) => ({
      id,
      kind: kind as NotificationKind,
      subjectId,
      byId: words(data.byId) || null,
      by: words(data.by),
      title: words(data.title),
      what: words(data.what),
      team: words(data.team),
      canvasThread: words(data.canvasThread) || null,
      at,
      read: readAt !== null,
    })),
  }
}
