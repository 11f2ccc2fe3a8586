import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { newId } from '#db/id.ts'
import { invitation, member, teamMember, user, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret } from '../platform/vault.ts'
import { hashPassword } from '../session/password.ts'
import type { joinForm } from './account.rules.ts'
import { memberCtx } from './member-ctx.ts'
import { isBuiltInRole, may } from './permission.rules.ts'

const open = (secret: string, now: number) =>
  and(
    eq(invitation.tokenHash, hashSecret(secret)),
    isNotNull(invitation.workspaceId),
    isNull(invitation.usedAt),
    gt(invitation.expiresAt, now),
  )

/** What an invitation link says: to whom, into which workspace; undefined when it is wrong, old or used. */
export async function readInvitation(app: App, secret: string) {
  const [row] = await app.store.read
    .select({
      invitation,
      email: invitation.email,
      workspace: workspace.name,
      slug: workspace.slug,
      account: user.id,
    })
    .from(invitation)
    .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
    .leftJoin(user, eq(user.email, invitation.email))
    .where(open(secret, app.now()))
  if (!row || !(await stands(app, row.invitation))) return
  const { email, workspace: name, slug, account } = row
  return { email, workspace: name, slug, hasAccount: account !== null }
}

/** Whether whoever invited might do so today: an admin who is out must not come back by a link made before. */
async function stands(app: App, { workspaceId, invitedBy, role }: typeof invitation.$inferSelect) {
  if (!workspaceId || !invitedBy) return true
  const inviter = await memberCtx(app, { workspaceId }, { memberId: invitedBy }, '')
  if (!inviter || !may(inviter.grants, 'member:manage', null)) return false
  return role !== 'owner' || may(inviter.grants, 'owner:manage', null)
}

/**
 * Makes the invited person a member. With `form` a new account is made for the invitation's address; with `userId` the
 * signed-in account joins, which must have that address. Throws `invitation.used`, `invitation.otherAccount`.
 */
export async function acceptInvitation(
  app: App,
  secret: string,
  who: { form: z.output<typeof joinForm> } | { userId: string; email: string; name: string },
): Promise<{ userId: string; slug: string }> {
  const [found] = await app.store.read.select().from(invitation).where(open(secret, app.now()))
  if (!found?.workspaceId || !(await stands(app, found)))
    throw new Problem('invitation.used', { status: 410 })
  if ('userId' in who && who.email !== found.email)
    throw new Problem('invitation.otherAccount', { status: 403, params: { email: found.email } })
  const passwordHash = 'form' in who ? await hashPassword(who.form.password) : undefined
  const userId = 'userId' in who ? who.userId : newId()
  const name = 'userId' in who ? who.name : who.form.name
  const ctx = await systemCtx(app, found.workspaceId)
  await transact(ctx, async (tx) => {
    const used = await tx.db
      .update(invitation)
      .set({ usedAt: tx.now })
      .where(and(open(secret, tx.now), eq(invitation.workspaceId, ctx.workspaceId)))
      .returning({ id: invitation.id })
    if (!used.length) throw new Problem('invitation.used', { status: 410 })
    if ('form' in who) {
      const made = await tx.db
        .insert(user)
        .values({
          id: userId,
          email: found.email,
          name,
          passwordHash,
          zone: who.form.zone,
          locale: who.form.locale,
          createdAt: tx.now,
        })
        .onConflictDoNothing()
        .returning({ id: user.id })
      if (!made.length)
        throw new Problem('invitation.hasAccount', { status: 409, params: { email: found.email } })
    }
    const role = isBuiltInRole(found.role) ? found.role : 'viewer'
    const taken = await tx.db
      .select({ id: member.id, userId: member.userId, removedAt: member.removedAt })
      .from(member)
      .where(eq(member.workspaceId, ctx.workspaceId))
    const before = taken.find((one) => one.userId === userId)
    // A second way in, while this link was open: it must not lower (or raise) what they are now.
    if (before && before.removedAt === null)
      throw new Problem('invitation.alreadyMember', { status: 409, params: { name } })
    const face = { id: before?.id ?? newId(), name, role }
    if (before)
      await tx.db
        .update(member)
        .set({ role, narrowed: found.narrowed, name, removedAt: null })
        .where(and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, before.id)))
    else
      await tx.db.insert(member).values({
        ...face,
        workspaceId: ctx.workspaceId,
        userId,
        narrowed: found.narrowed,
        mailKinds: {},
        createdAt: tx.now,
      })
    for (const teamId of found.teamIds)
      await tx.db
        .insert(teamMember)
        .values({ workspaceId: ctx.workspaceId, teamId, memberId: face.id, role: null })
        .onConflictDoNothing()
    emit(tx, 'member.joined', { member: face }, { subjectId: face.id, audience: { permission: 'post:read' } })
  })
  return { userId, slug: ctx.workspaceSlug }
}
