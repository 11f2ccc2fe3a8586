import { and, count, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, team, teamMember } from '#db/schema.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cutMember } from '../member/cut-member.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { refuseTakenName } from './create-team.ts'
import { teamSettings } from './team.rules.ts'

const one = (tx: Tx, teamId: string) =>
  and(eq(team.workspaceId, tx.ctx.workspaceId), eq(team.id, teamId), isNull(team.archivedAt))

export const changeTeam = verb({
  name: 'team.change',
  permission: 'team:manage',
  input: z.object({ teamId: z.string(), ...teamSettings.partial().shape }),
  async run(ctx, { teamId, ...set }) {
    return transact(ctx, async (tx) => {
      const [row] = await tx.db.select().from(team).where(one(tx, teamId))
      if (!row) throw notFound()
      if (set.name) await refuseTakenName(tx, set.name, teamId)
      const after = { ...row, ...set }
      await tx.db
        .update(team)
        .set({ name: after.name, zone: after.zone, locale: after.locale, country: after.country })
        .where(one(tx, teamId))
      const face = { id: row.id, name: after.name, kind: row.kind, zone: after.zone }
      const audience = { permission: 'post:read' } as const
      emit(tx, 'team.changed', { team: face }, { subjectId: teamId, audience })
      return { id: teamId }
    })
  },
})

/**
 * Retires a regional team; its posts stay, roles held only in it end. Refuses HQ, and a team that still has channels:
 * they must belong to somebody.
 */
export const archiveTeam = verb({
  name: 'team.archive',
  permission: 'team:manage',
  input: z.object({ teamId: z.string() }),
  async run(ctx, { teamId }) {
    const people = await transact(ctx, async (tx) => {
      const [row] = await tx.db.select().from(team).where(one(tx, teamId))
      if (!row) throw notFound()
      if (row.kind === 'hq') throw new Problem('team.hqStays', { status: 409 })
      const [left] = await tx.db
        .select({ n: count() })
        .from(channel)
        .where(
          and(
            eq(channel.workspaceId, ctx.workspaceId),
            eq(channel.teamId, teamId),
            isNull(channel.removedAt),
          ),
        )
      if (left?.n)
        throw new Problem('team.hasChannels', { status: 409, params: { name: row.name, channels: left.n } })
      await tx.db.update(team).set({ archivedAt: tx.now }).where(one(tx, teamId))
      const audience = { permission: 'post:read' } as const
      emit(tx, 'team.archived', { id: teamId, name: row.name }, { subjectId: teamId, audience })
      return tx.db
        .select({ id: teamMember.memberId })
        .from(teamMember)
        .where(and(eq(teamMember.workspaceId, ctx.workspaceId), eq(teamMember.teamId, teamId)))
    })
    for (const { id } of people) cutMember(ctx, id)
    return { id: teamId }
  },
})
