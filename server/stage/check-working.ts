import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'
import { stagesOf, vanished } from './stages-of.ts'
import { isFull } from './working-stage.rules.ts'

interface Wanted {
  /** The post; undefined while it is being made. */
  id?: string
  teamId: string
  workingId: string
  /** The mover has been told that it is full, and means it. */
  confirmed: boolean | undefined
}

/**
 * A post may stand in a stage of its own team that is there. Problems, all 409: stage.vanished, stage.otherTeam (of a post
 * that is being made: stage.vanishedNew, stage.otherTeamNew), and stage.full, unless `confirmed`.
 */
export async function checkWorking(tx: Tx, { id, teamId, workingId, confirmed }: Wanted): Promise<void> {
  const { workspaceId, grants } = tx.ctx
  const all = await stagesOf(tx.db, workspaceId)
  const stage = all.find((one) => one.id === workingId)
  if (!stage || !may(grants, 'post:read', stage.teamId)) throw vanished(id === undefined)
  if (stage.teamId !== teamId)
    throw new Problem(id === undefined ? 'stage.otherTeamNew' : 'stage.otherTeam', {
      ...{ status: 409, params: { name: stage.name } },
    })
  if (confirmed || stage.limit === null) return
  const [standing] = await tx.db
    .select({ n: count() })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        eq(post.workingId, workingId),
        eq(post.stage, 'draft'),
        isNull(post.archivedAt),
        id === undefined ? undefined : ne(post.id, id),
      ),
    )
  if (isFull(stage.limit, standing?.n ?? 0))
    throw new Problem('stage.full', { status: 409, params: { name: stage.name, limit: stage.limit } })
}
