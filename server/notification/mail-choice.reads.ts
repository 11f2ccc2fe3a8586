import { and, eq } from 'drizzle-orm'
import { member, workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { type MailKinds, mailKindsOf } from './notification-mail.rules.ts'

/** Whether this workspace mails at all: `off` without a mail server, `demo`: never. */
export type MailStatus = 'on' | 'off' | 'demo'

/** What one's own notifications by e-mail are set to. */
export async function readMailChoice(ctx: Ctx): Promise<{ status: MailStatus; kinds: MailKinds }> {
  const [row] = await ctx.store.read
    .select({ mailKinds: member.mailKinds, demo: workspace.demo })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, ctx.memberId ?? '')))
  const server = ctx.app.settings.smtpUrl ? 'on' : 'off'
  return { status: row?.demo ? 'demo' : server, kinds: mailKindsOf(row?.mailKinds ?? {}) }
}
