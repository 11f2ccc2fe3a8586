import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { campaign, team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import type { Audience } from '../event/audience.rules.ts'
import { teamsWith } from '../member/permission.rules.ts'

/**
 * The campaigns one sees, as a condition (absent: all of the workspace): those of the teams one may read, and HQ's,
 * which are the plan that regions adapt.
 */
export function visibleCampaigns(db: Db, ctx: Pick<Ctx, 'workspaceId' | 'grants'>): SQL | undefined {
  const teams = teamsWith(ctx.grants, 'campaign:read')
  if (teams === 'all') return undefined
  if (!teams.length) return sql`1 = 0`
  const hq = db
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.kind, 'hq')))
  return or(inArray(campaign.teamId, teams), inArray(campaign.teamId, hq))
}

/** Who is told of a campaign of these teams (the one it leaves and the one it joins): the same people. */
export async function campaignAudiences(tx: Tx, teamIds: string[]): Promise<Audience[]> {
  const rows = await tx.db
    .select({ id: team.id, kind: team.kind })
    .from(team)
    .where(and(eq(team.workspaceId, tx.ctx.workspaceId), inArray(team.id, teamIds)))
  const permission = 'campaign:read' as const
  if (rows.some(({ kind }) => kind === 'hq')) return [{ permission }]
  return [...new Set(teamIds)].map((teamId) => ({ permission, teamId }))
}
