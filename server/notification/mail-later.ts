import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { member, notification, user, workspace } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { enqueue } from '../job/enqueue.ts'
import { mailNotifications } from './mail-notifications.job.ts'
import type { NotificationKind } from './notification.rules.ts'
import { BATCH_MS, goesByMail, isReachable } from './notification-mail.rules.ts'

/** How a notification that is being made goes by e-mail; empty: not at all. */
type ByMail = { mailState: 'waiting'; mailId: string } | Record<string, never>

/**
 * Puts a notification into the member's open batch, or opens one with its job. The workspace's lock is held, so at
 * most one batch of a member gathers, and none is closed in between.
 */
export async function mailLater(tx: Tx, memberId: string, kind: NotificationKind): Promise<ByMail> {
  const { app, workspaceId } = tx.ctx
  if (!app.settings.smtpUrl) return {}
  const [to] = await tx.db
    .select({ mailKinds: member.mailKinds, email: user.email, demo: workspace.demo })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.workspaceId, workspaceId), eq(member.id, memberId)))
  if (!to || to.demo || !isReachable(to.email) || !goesByMail(to.mailKinds, kind)) return {}
  const [open] = await tx.db
    .select({ mailId: notification.mailId })
    .from(notification)
    .where(
      and(
        eq(notification.workspaceId, workspaceId),
        eq(notification.memberId, memberId),
        eq(notification.mailState, 'waiting'),
      ),
    )
    .limit(1)
  if (open?.mailId) return { mailState: 'waiting', mailId: open.mailId }
  const mailId = newId()
  await enqueue(tx, mailNotifications, { memberId, mailId }, { runAt: tx.now + BATCH_MS, key: mailId })
  return { mailState: 'waiting', mailId }
}
