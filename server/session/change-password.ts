import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { user } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { newPassword, PASSWORD_MAX } from '../member/account.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { endSessions } from './end-sessions.ts'
import { checkPassword, hashPassword } from './password.ts'

/** A new password, with the old one as proof. Every other session of the account ends at once. */
export const changePassword = verb({
  name: 'account.change-password',
  permission: 'signed-in',
  input: z.object({ current: z.string().min(1, 'required').max(PASSWORD_MAX), next: newPassword }),
  async run(ctx, { current, next }) {
    const { userId, memberId } = ctx
    if (!userId || !memberId) throw notFound()
    await ctx.app.limits.take('sign-in.account', `password:${userId}`)
    const [account] = await ctx.store.read
      .select({ passwordHash: user.passwordHash })
      .from(user)
      .where(eq(user.id, userId))
    if (!(await checkPassword(account?.passwordHash, current)))
      throw new Problem('account.wrongPassword', { field: 'current' })
    // Hashing takes a while: before the transaction, which others wait for.
    const passwordHash = await hashPassword(next)
    await transact(ctx, async (tx) => {
      await tx.db
        .update(user)
        .set({ passwordHash, failedLogins: 0, lockedUntil: null })
        .where(eq(user.id, userId))
      const audience = { permission: 'audit:read' } as const
      emit(tx, 'account.passwordChanged', { id: memberId, name: ctx.name }, { subjectId: memberId, audience })
    })
    return { ended: await endSessions(ctx, userId, { except: ctx.via?.sessionId }) }
  },
})
