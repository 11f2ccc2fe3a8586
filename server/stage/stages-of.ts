import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { workingStage } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'
import type { WorkingStage } from './working-stage.rules.ts'

export const stageAudience = (teamId: string) => ({ permission: 'post:read' as const, teamId })

/** The working stages of the workspace, or of one team, in the order of each team. */
export async function stagesOf(db: Db, workspaceId: string, teamId?: string): Promise<WorkingStage[]> {
  const rows = await db
    .select()
    .from(workingStage)
    .where(
      and(
        eq(workingStage.workspaceId, workspaceId),
        teamId === undefined ? undefined : eq(workingStage.teamId, teamId),
      ),
    )
    .orderBy(asc(workingStage.rank), asc(workingStage.id))
  return rows.map(({ id, teamId, name, rank, wipLimit }) => ({ id, teamId, name, rank, limit: wipLimit }))
}

/** It was removed a moment ago, or never was: whoever counted on it is told, and nothing changes; `making`: nor is made. */
export const vanished = (making = false): Problem =>
  new Problem(making ? 'stage.vanishedNew' : 'stage.vanished', { status: 409 })

/**
 * The stage to change with its team's others. What is gone, or of a team whose posts the actor may not read, is
 * `stage.vanished`; without the right to arrange that team's stages it is "forbidden".
 */
export async function stageToChange(
  tx: Tx,
  id: string,
): Promise<{ stage: WorkingStage; others: WorkingStage[] }> {
  const all = await stagesOf(tx.db, tx.ctx.workspaceId)
  const stage = all.find((one) => one.id === id)
  if (!stage || !may(tx.ctx.grants, 'post:read', stage.teamId)) throw vanished()
  permit(tx.ctx, 'stage:manage', stage.teamId)
  return { stage, others: all.filter((one) => one.teamId === stage.teamId && one.id !== id) }
}
