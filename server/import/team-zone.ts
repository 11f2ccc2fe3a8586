import { and, eq } from 'drizzle-orm'
import { team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'

/** The zone a team plans in; the reader's own when there is no such team. */
export async function readTeamZone(ctx: Ctx, teamId: string): Promise<string> {
  const [row] = await ctx.store.read
    .select({ zone: team.zone })
    .from(team)
    .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.id, teamId)))
  return row?.zone ?? ctx.zone
}
