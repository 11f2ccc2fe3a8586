import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { member, notification, user, workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { readPeople } from '../member/people.reads.ts'
import type { Mail } from '../platform/mail.ts'
import { readMailable } from './mailable.reads.ts'
import type { NotificationKind } from './notification.rules.ts'
import { goesByMail, isReachable } from './notification-mail.rules.ts'
import { writeMail } from './write-mail.ts'

type Row = typeof notification.$inferSelect
const words = (value: unknown) => (typeof value === 'string' ? value : '')

/**
 * Closes a batch and writes its message: what is still unread, wanted and within the member's rights; the rest is let
 * go. Null when nothing remains. `untried`: nothing of it can have been sent before.
 */
export async function prepareMail(
  ctx: Ctx,
  memberId: string,
  mailId: string,
): Promise<{ mail: Mail; untried: boolean } | null> {
  return transact(ctx, async (tx) => {
    const rows = await tx.db
      .select()
      .from(notification)
      .where(
        and(
          eq(notification.workspaceId, ctx.workspaceId),
          eq(notification.memberId, memberId),
          eq(notification.mailId, mailId),
          inArray(notification.mailState, ['waiting', 'prepared']),
        ),
      )
      .orderBy(asc(notification.at), asc(notification.n))
    if (!rows.length) return null
    const to = ctx.app.settings.smtpUrl ? await recipient(tx, memberId) : undefined
    const stay = to ? await worthMailing(tx, to, rows) : []
    await set(
      tx,
      rows.filter((row) => !stay.includes(row)),
      { mailState: null, mailId: null },
    )
    await set(tx, stay, { mailState: 'prepared' })
    if (!to || !stay.length) return null
    const mail = writeMail({
      to,
      id: mailId,
      base: ctx.app.settings.baseUrl ?? to.origin ?? undefined,
      notices: stay.map(({ kind, subjectId, data, at }) => ({
        kind: kind as NotificationKind,
        subjectId,
        by: words(data.by),
        title: words(data.title),
        what: words(data.what),
        team: words(data.team),
        canvasThread: words(data.canvasThread) || null,
        at,
      })),
    })
    return { mail, untried: rows.every((row) => row.mailState === 'waiting') }
  })
}

/** Whom to write to; undefined when they have left or cannot be reached. */
async function recipient(tx: Tx, memberId: string) {
  const [row] = await tx.db
    .select({
      memberId: member.id,
      email: user.email,
      locale: user.locale,
      zone: user.zone,
      mailKinds: member.mailKinds,
      workspace: workspace.name,
      slug: workspace.slug,
      origin: workspace.origin,
      demo: workspace.demo,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.workspaceId, tx.ctx.workspaceId), eq(member.id, memberId), isNull(member.removedAt)))
  return row && !row.demo && isReachable(row.email) ? row : undefined
}

async function worthMailing(
  tx: Tx,
  to: { memberId: string; mailKinds: Record<string, boolean> },
  rows: Row[],
): Promise<Row[]> {
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  const grants = people.find(({ id }) => id === to.memberId)?.grants
  if (!grants) return []
  const wanted = rows.filter(
    (row) => row.readAt === null && goesByMail(to.mailKinds, row.kind as NotificationKind),
  )
  const mailable = await readMailable(tx, grants, wanted)
  return wanted.filter((row) => mailable(row))
}

async function set(tx: Tx, rows: Row[], values: Partial<Row>): Promise<void> {
  if (!rows.length) return
  await tx.db
    .update(notification)
    .set(values)
    .where(
      and(
        eq(notification.workspaceId, tx.ctx.workspaceId),
        inArray(
          notification.id,
          rows.map(({ id }) => id),
        ),
      ),
    )
}
