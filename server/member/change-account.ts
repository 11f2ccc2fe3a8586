import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { member, user } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { locale, personName, zone } from './account.rules.ts'
import { tellMember } from './load-member.ts'
import { memberCtx, membershipsOf } from './member-ctx.ts'

/** One's own name, zone and language. The name changes in every workspace one belongs to. */
export const changeAccount = verb({
  name: 'account.change',
  permission: 'signed-in',
  input: z.object({ name: personName, zone, locale }).partial(),
  async run(ctx, set) {
    const { userId } = ctx
    if (!userId) throw notFound()
    if (Object.keys(set).length)
      await ctx.store.write((db) =>
        db
          .update(user)
          .set(set)
          .where(eq(user.id, userId))
          .then(() => undefined),
      )
    if (set.name) await rename(ctx, userId, set.name)
    return {}
  },
})

async function rename(ctx: Ctx, userId: string, name: string): Promise<void> {
  for (const { workspaceId, memberId } of await membershipsOf(ctx.app, userId)) {
    const there = await memberCtx(ctx.app, { workspaceId }, { userId }, ctx.requestId)
    if (!there || there.name === name) continue
    await transact(there, async (tx) => {
      await tx.db
        .update(member)
        .set({ name })
        .where(and(eq(member.workspaceId, there.workspaceId), eq(member.id, memberId)))
      await tellMember(tx, memberId, 'name')
    })
  }
}
