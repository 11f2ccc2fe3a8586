import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { member, teamMember } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cutMember } from './cut-member.ts'
import { actorOf, countOwners, loadMember, orRefuse, teamNames, tellMember } from './load-member.ts'
import { changeRole as mayChange } from './role-change.rules.ts'

/**
 * Lets a member's role hold in these teams only, of which they are then a member and of no other; null: everywhere
 * again, and they stay in their teams.
 */
export const narrowMember = verb({
  name: 'member.narrow',
  permission: 'member:manage',
  input: z.object({ memberId: z.string(), teamIds: z.array(z.string()).min(1).max(50).nullable() }),
  async run(ctx, { memberId, teamIds }) {
    const wanted = teamIds && [...new Set(teamIds)]
    await transact(ctx, async (tx) => {
      const { row, narrowedTo } = await loadMember(tx, memberId)
      await teamNames(tx.db, ctx.workspaceId, wanted ?? [], 'teamIds')
      const next = { role: row.role, narrowedTo: wanted }
      const target = { memberId, role: row.role, narrowedTo }
      orRefuse(mayChange({ actor: actorOf(ctx), target, next, owners: await countOwners(tx) }))
      await tx.db
        .update(member)
        .set({ narrowed: wanted !== null })
        .where(and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, memberId)))
      if (wanted) {
        await tx.db
          .delete(teamMember)
          .where(
            and(
              eq(teamMember.workspaceId, ctx.workspaceId),
              eq(teamMember.memberId, memberId),
              notInArray(teamMember.teamId, wanted),
            ),
          )
        await tx.db
          .insert(teamMember)
          .values(wanted.map((teamId) => ({ workspaceId: ctx.workspaceId, teamId, memberId, role: null })))
          .onConflictDoNothing()
      }
      await tellMember(tx, memberId, wanted ? 'narrowed' : 'everywhere')
    })
    cutMember(ctx, memberId)
    return { id: memberId }
  },
})
