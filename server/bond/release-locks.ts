import { and, eq } from 'drizzle-orm'
import { bond, type campaign, team } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'

/**
 * Gives regions back what was locked in their posts of a campaign that leaves HQ's hands: nobody could unlock it any more.
 * Each region that had something locked is told.
 */
export async function releaseLocks(tx: Tx, { id, name }: typeof campaign.$inferSelect): Promise<void> {
  const { workspaceId } = tx.ctx
  const rows = await tx.db
    .select({ teamId: bond.teamId, childId: bond.childId, team: team.name, locked: bond.locked })
    .from(bond)
    .innerJoin(team, eq(team.id, bond.teamId))
    .where(and(eq(bond.workspaceId, workspaceId), eq(bond.campaignId, id)))
  const held = rows.filter(({ locked }) => locked.length > 0)
  if (!held.length) return
  await tx.db
    .update(bond)
    .set({ locked: [] })
    .where(and(eq(bond.workspaceId, workspaceId), eq(bond.campaignId, id)))
  for (const [teamId, rows] of Map.groupBy(held, (one) => one.teamId)) {
    const childIds = rows.map((one) => one.childId)
    const about = { id, name, teamId, team: rows[0]?.team ?? '', fields: [], childIds }
    emit(tx, 'campaign.locked', about, {
      subjectId: id,
      audience: { permission: 'campaign:read', teamId },
    })
  }
}
