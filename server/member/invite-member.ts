import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { invitation, member, user, workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { sendMail } from '../platform/mail.ts'
import { Problem } from '../platform/problem.ts'
import { hashSecret, newSecret } from '../platform/vault.ts'
import { email } from './account.rules.ts'
import { actorOf, orRefuse, teamNames } from './load-member.ts'
import { BUILT_IN_ROLES } from './permission.rules.ts'
import { changeRole as mayChange } from './role-change.rules.ts'
import { writeInvitation } from './write-invitation.ts'

export const INVITATION_MS = 7 * 86_400_000

/**
 * Invites somebody by e-mail. The link is answered once (`path`, under this site's address) and mailed when the server
 * can; only its hash is kept. A second invitation of the same address replaces the first.
 */
export const inviteMember = verb({
  name: 'member.invite',
  permission: 'member:manage',
  input: z
    .object({
      email,
      role: z.enum(BUILT_IN_ROLES),
      teamIds: z.array(z.string()).max(50).default([]),
      /** The role holds in `teamIds` only. */
      narrowed: z.boolean().default(false),
    })
    .refine((value) => !value.narrowed || value.teamIds.length > 0, {
      path: ['teamIds'],
      message: 'required',
    }),
  async run(ctx, input) {
    const teamIds = [...new Set(input.teamIds)]
    const next = { role: input.role, narrowedTo: input.narrowed ? teamIds : null }
    if (input.role === 'owner' && input.narrowed) throw new Problem('member.ownerEverywhere')
    const nobody = { memberId: 'invited', role: 'viewer', narrowedTo: [] } as const
    orRefuse(mayChange({ actor: actorOf(ctx), target: nobody, next, owners: 2 }))
    const secret = newSecret()
    const id = newId()
    const expiresAt = ctx.now() + INVITATION_MS
    await transact(ctx, async (tx) => {
      await teamNames(tx.db, ctx.workspaceId, teamIds, 'teamIds')
      const [already] = await tx.db
        .select({ name: member.name })
        .from(member)
        .innerJoin(user, eq(user.id, member.userId))
        .where(
          and(eq(member.workspaceId, ctx.workspaceId), eq(user.email, input.email), isNull(member.removedAt)),
        )
      if (already)
        throw new Problem('invitation.alreadyMember', {
          status: 409,
          field: 'email',
          params: { name: already.name },
        })
      await tx.db
        .delete(invitation)
        .where(
          and(
            eq(invitation.workspaceId, ctx.workspaceId),
            eq(invitation.email, input.email),
            isNotNull(invitation.workspaceId),
            isNull(invitation.usedAt),
          ),
        )
      await tx.db.insert(invitation).values({
        id,
        workspaceId: ctx.workspaceId,
        tokenHash: hashSecret(secret),
        email: input.email,
        role: input.role,
        narrowed: input.narrowed,
        teamIds,
        invitedBy: ctx.memberId,
        expiresAt,
        createdAt: tx.now,
      })
      emit(
        tx,
        'member.invited',
        { email: input.email, role: input.role },
        { subjectId: id, audience: { permission: 'member:manage' } },
      )
    })
    const path = `/join/${secret}`
    return { id, path, expiresAt, mail: await mailInvitation(ctx, input.email, path) }
  },
})

/** Whether the link went out by mail: `off` when the server has no SMTP_URL or does not know its own address. */
async function mailInvitation(ctx: Ctx, to: string, path: string): Promise<'sent' | 'failed' | 'off'> {
  const base = ctx.app.settings.baseUrl ?? ctx.via?.origin
  if (!ctx.app.settings.smtpUrl || !base) return 'off'
  const [house] = await ctx.store.read
    .select({ name: workspace.name, locale: workspace.locale })
    .from(workspace)
    .where(eq(workspace.id, ctx.workspaceId))
  // Whoever has an account has chosen a language; others are spoken to in the workspace's.
  const [known] = await ctx.store.read.select({ locale: user.locale }).from(user).where(eq(user.email, to))
  const facts = { workspace: house?.name ?? '', name: ctx.name, link: base + path }
  try {
    await sendMail(ctx.app.settings, writeInvitation(to, known?.locale ?? house?.locale ?? ctx.locale, facts))
    return 'sent'
  } catch (error) {
    ctx.app.log.warn({ err: error, requestId: ctx.requestId }, 'the invitation could not be mailed')
    return 'failed'
  }
}
