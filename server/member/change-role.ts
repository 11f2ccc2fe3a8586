import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { member } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cutMember } from './cut-member.ts'
import { actorOf, countOwners, loadMember, orRefuse, tellMember } from './load-member.ts'
import { BUILT_IN_ROLES } from './permission.rules.ts'
import { changeRole as mayChange } from './role-change.rules.ts'

/** Gives a member another workspace role. An owner is never narrowed; every other role keeps its teams. */
export const changeRole = verb({
  name: 'member.change-role',
  permission: 'member:manage',
  input: z.object({ memberId: z.string(), role: z.enum(BUILT_IN_ROLES) }),
  async run(ctx, { memberId, role }) {
    const changed = await transact(ctx, async (tx) => {
      const { row, narrowedTo } = await loadMember(tx, memberId)
      const narrowed = role !== 'owner' && row.narrowed
      const next = { role, narrowedTo: narrowed ? narrowedTo : null }
      const target = { memberId, role: row.role, narrowedTo }
      orRefuse(mayChange({ actor: actorOf(ctx), target, next, owners: await countOwners(tx) }))
      if (row.role === role && row.narrowed === narrowed) return false
      await tx.db
        .update(member)
        .set({ role, narrowed })
        .where(and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, memberId)))
      await tellMember(tx, memberId, 'role')
      return true
    })
    if (changed) cutMember(ctx, memberId)
    return { id: memberId }
  },
})
