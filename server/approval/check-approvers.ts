import { and, eq, isNull } from 'drizzle-orm'
import { member, team } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import type { Flow } from './flow.rules.ts'

/** Refuses a flow that asks people or teams that this workspace does not have: `request.notFound`. */
export async function checkApprovers(tx: Tx, flow: Flow): Promise<void> {
  const { workspaceId } = tx.ctx
  const memberIds = flow.steps.flatMap((step) => step.approvers.memberIds)
  const teamIds = flow.steps.flatMap((step) => step.approvers.teamIds)
  if (memberIds.length) {
    const rows = await tx.db
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.workspaceId, workspaceId), isNull(member.removedAt)))
    refuseUnknown(memberIds, rows)
  }
  if (teamIds.length) {
    const rows = await tx.db.select({ id: team.id }).from(team).where(eq(team.workspaceId, workspaceId))
    refuseUnknown(teamIds, rows)
  }
}

function refuseUnknown(ids: readonly string[], rows: readonly { id: string }[]): void {
  const known = new Set(rows.map((row) => row.id))
  if (ids.some((id) => !known.has(id)))
    throw new Problem('request.notFound', { status: 404, field: 'flow.steps' })
}
