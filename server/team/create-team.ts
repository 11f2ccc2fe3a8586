import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { team } from '#db/schema.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { teamSettings } from './team.rules.ts'

/** Makes a regional team. HQ is made with the workspace, and there is exactly one. */
export const createTeam = verb({
  name: 'team.create',
  permission: 'team:manage',
  input: teamSettings,
  async run(ctx, settings) {
    return transact(ctx, async (tx) => {
      await refuseTakenName(tx, settings.name)
      const face = { id: newId(), name: settings.name, kind: 'region' as const, zone: settings.zone }
      await tx.db
        .insert(team)
        .values({ ...settings, ...face, workspaceId: ctx.workspaceId, createdAt: tx.now })
      const audience = { permission: 'post:read' } as const
      emit(tx, 'team.created', { team: face }, { subjectId: face.id, audience })
      return { id: face.id }
    })
  },
})

/** Two teams of one name could not be told apart: `team.nameTaken`. */
export async function refuseTakenName(tx: Tx, name: string, except?: string): Promise<void> {
  const rows = await tx.db
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(and(eq(team.workspaceId, tx.ctx.workspaceId), isNull(team.archivedAt)))
  const same = rows.find((row) => row.id !== except && row.name.toLowerCase() === name.toLowerCase())
  if (same) throw new Problem('team.nameTaken', { status: 409, field: 'name', params: { name: same.name } })
}
