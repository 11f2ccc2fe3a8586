import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { teamMember } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { cutMember } from './cut-member.ts'
import { actorOf, loadMember, orRefuse, teamNames, tellMember } from './load-member.ts'
import { TEAM_ROLES } from './permission.rules.ts'
import { giveTeamRole } from './role-change.rules.ts'

/** Gives a member another role inside one of their teams, besides the workspace role; null takes it away. */
export const setTeamRole = verb({
  name: 'member.set-team-role',
  permission: 'member:manage',
  input: z.object({ memberId: z.string(), teamId: z.string(), role: z.enum(TEAM_ROLES).nullable() }),
  async run(ctx, { memberId, teamId, role }) {
    await transact(ctx, async (tx) => {
      const { teams } = await loadMember(tx, memberId)
      const [team] = await teamNames(tx.db, ctx.workspaceId, [teamId], 'teamId')
      orRefuse(giveTeamRole(actorOf(ctx), teamId, role))
      if (!teams.some((one) => one.teamId === teamId)) throw new Problem('member.notInTeam', { status: 409 })
      await tx.db
        .update(teamMember)
        .set({ role })
        .where(
          and(
            eq(teamMember.workspaceId, ctx.workspaceId),
            eq(teamMember.teamId, teamId),
            eq(teamMember.memberId, memberId),
          ),
        )
      await tellMember(tx, memberId, 'teamRole', { team: team ?? '', teamRole: role })
    })
    cutMember(ctx, memberId)
    return { id: memberId }
  },
})
