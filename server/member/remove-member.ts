import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { apiToken, member, teamMember } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cutMember } from './cut-member.ts'
import { actorOf, countOwners, loadMember, orRefuse } from './load-member.ts'
import { changeRole as mayChange } from './role-change.rules.ts'

/** Takes somebody out of the workspace. What they wrote stays, under their name. */
export const removeMember = verb({
  name: 'member.remove',
  permission: 'member:manage',
  input: z.object({ memberId: z.string() }),
  run: (ctx, { memberId }) => takeOut(ctx, memberId),
})

/** One leaves the workspace oneself; the last owner cannot. */
export const leaveWorkspace = verb({
  name: 'member.leave',
  permission: 'signed-in',
  input: z.object({}),
  run: (ctx) => takeOut(ctx, actorOf(ctx).memberId),
})

async function takeOut(ctx: Ctx, memberId: string): Promise<{ id: string }> {
  await transact(ctx, async (tx) => {
    const { row, narrowedTo } = await loadMember(tx, memberId)
    const target = { memberId, role: row.role, narrowedTo }
    orRefuse(mayChange({ actor: actorOf(ctx), target, next: null, owners: await countOwners(tx) }))
    await tx.db
      .update(member)
      .set({ removedAt: tx.now })
      .where(and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, memberId)))
    // Should they come back one day, they begin with what the new invitation says, and with no token.
    await tx.db
      .delete(teamMember)
      .where(and(eq(teamMember.workspaceId, ctx.workspaceId), eq(teamMember.memberId, memberId)))
    await tx.db
      .update(apiToken)
      .set({ revokedAt: tx.now })
      .where(
        and(
          eq(apiToken.workspaceId, ctx.workspaceId),
          eq(apiToken.memberId, memberId),
          isNull(apiToken.revokedAt),
        ),
      )
    emit(
      tx,
      'member.removed',
      { id: memberId, name: row.name },
      { subjectId: memberId, audience: { permission: 'post:read' } },
    )
  })
  cutMember(ctx, memberId)
  return { id: memberId }
}
