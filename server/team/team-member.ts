import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { teamMember } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cutMember } from '../member/cut-member.ts'
import { actorOf, countOwners, loadMember, orRefuse, teamNames, tellMember } from '../member/load-member.ts'
import { changeRole as mayChange } from '../member/role-change.rules.ts'
import { Problem } from '../platform/problem.ts'

const input = z.object({ teamId: z.string(), memberId: z.string() })

/** Puts somebody into a team. A role that is narrowed to teams then holds in this one too. */
export const addTeamMember = verb({
  name: 'team.add-member',
  permission: 'member:manage',
  input,
  async run(ctx, { teamId, memberId }) {
    const added = await transact(ctx, async (tx) => {
      const { row, teams, narrowedTo } = await loadMember(tx, memberId)
      const [team] = await teamNames(tx.db, ctx.workspaceId, [teamId], 'teamId')
      if (teams.some((one) => one.teamId === teamId)) return false
      if (row.role !== 'owner') {
        const next = { role: row.role, narrowedTo: narrowedTo && [...narrowedTo, teamId] }
        const target = { memberId, role: row.role, narrowedTo }
        orRefuse(mayChange({ actor: actorOf(ctx), target, next, owners: await countOwners(tx) }))
      }
      await tx.db
        .insert(teamMember)
        .values({ workspaceId: ctx.workspaceId, teamId, memberId, role: null })
        .onConflictDoNothing()
      await tellMember(tx, memberId, 'joinedTeam', { team: team ?? '' })
      return true
    })
    if (added) cutMember(ctx, memberId)
    return { id: teamId }
  },
})

/** Takes somebody out of a team, with the role held inside it. Refuses the last team of a narrowed role. */
export const removeTeamMember = verb({
  name: 'team.remove-member',
  permission: 'member:manage',
  input,
  async run(ctx, { teamId, memberId }) {
    await transact(ctx, async (tx) => {
      const { row, teams } = await loadMember(tx, memberId)
      const [team] = await teamNames(tx.db, ctx.workspaceId, [teamId], 'teamId')
      if (!teams.some((one) => one.teamId === teamId)) throw new Problem('member.notInTeam', { status: 409 })
      if (row.narrowed && teams.length === 1)
        throw new Problem('member.needsTeam', { status: 409, params: { name: row.name } })
      await tx.db
        .delete(teamMember)
        .where(
          and(
            eq(teamMember.workspaceId, ctx.workspaceId),
            eq(teamMember.teamId, teamId),
            eq(teamMember.memberId, memberId),
          ),
        )
      await tellMember(tx, memberId, 'leftTeam', { team: team ?? '' })
    })
    cutMember(ctx, memberId)
    return { id: teamId }
  },
})
