import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { notification } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { transact } from '../core/transact.ts'
import { GiveUp, job } from '../job/job.ts'
import { refusedForGood, sendMail, wasRefused } from '../platform/mail.ts'
import { afterFailure, type MailState } from './notification-mail.rules.ts'
import { prepareMail } from './prepare-mail.ts'

/**
 * Sends one batch of a member's notifications. Prepared, sent, marked: a crash between the last two sends the same
 * Message-ID again, and only what is still unread; nothing is lost. Tried for about an hour, then a person looks; at once
 * when the mailbox refuses for good.
 */
export const mailNotifications = job({
  kind: 'notification.mail',
  payload: z.object({ memberId: z.string(), mailId: z.string() }),
  maxAttempts: 12,
  async run({ memberId, mailId }, { app, workspaceId, requestId, lastAttempt }) {
    if (!workspaceId) return
    const ctx = await systemCtx(app, workspaceId, requestId)
    const prepared = await prepareMail(ctx, memberId, mailId)
    if (!prepared) return
    const { mail, untried } = prepared
    try {
      await sendMail(app.settings, mail)
    } catch (error) {
      const forGood = refusedForGood(error)
      const last = lastAttempt || forGood !== null
      await mark(ctx, mailId, afterFailure({ untried, refused: wasRefused(error), lastAttempt: last }))
      if (forGood !== null) throw new GiveUp(`the mail server refused it for good: ${forGood}`, error)
      throw error
    }
    await mark(ctx, mailId, 'sent')
  },
})

async function mark(ctx: Ctx, mailId: string, mailState: MailState): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db
      .update(notification)
      .set({ mailState, mailedAt: mailState === 'sent' ? tx.now : null })
      .where(
        and(
          eq(notification.workspaceId, ctx.workspaceId),
          eq(notification.mailId, mailId),
          inArray(notification.mailState, ['waiting', 'prepared']),
        ),
      )
  })
}
