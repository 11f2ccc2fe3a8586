import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { workingStage } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { checkPlaces } from '../post/places.ts'
import { isRank, type Ranked, rankAmong, rankBetween, rankOf } from '../post/rank.rules.ts'
import { stageName, wipLimit } from './stage-input.rules.ts'
import { stageAudience, stagesOf, stageToChange } from './stages-of.ts'
import { foldStage, MAX_WORKING_STAGES, type WorkingStage } from './working-stage.rules.ts'

const rank = z.string().refine(isRank, 'rank.invalid')

/** Adds a stage to a team, behind its others. Problems: stage.exists (409), stage.tooMany. */
export const addStage = verb({
  name: 'stage.add',
  permission: 'stage:manage',
  input: z.object({
    /** Made by the client, so that a retry never makes a second one. */
    id: z.uuid().optional(),
    teamId: z.string(),
    name: stageName,
    limit: wipLimit.default(null),
  }),
  run(ctx, { id = newId(), teamId, name, limit }) {
    permit(ctx, 'stage:manage', teamId)
    return transact(ctx, async (tx) => {
      await checkPlaces(tx, { teamId })
      const own = await stagesOf(tx.db, ctx.workspaceId, teamId)
      if (own.some((one) => one.id === id)) return { id }
      if (own.length >= MAX_WORKING_STAGES)
        throw new Problem('stage.tooMany', { params: { limit: MAX_WORKING_STAGES } })
      refuseTaken(own, name)
      const places = rankAmong(own, id, rankBetween(own.at(-1)?.rank ?? null, null))
      const stage = { id, teamId, name, limit, rank: rankOf(places, id) }
      await tx.db.insert(workingStage).values({
        id,
        workspaceId: ctx.workspaceId,
        teamId,
        name,
        rank: stage.rank,
        wipLimit: limit,
        createdAt: tx.now,
      })
      await giveWay(tx, own, places)
      emit(tx, 'stage.added', { stage }, { subjectId: id, audience: stageAudience(teamId) })
      return { id }
    })
  },
})

/**
 * Renames a stage, moves it among its team's others, or limits it (null: no limit); what is not named stays. Problems:
 * stage.vanished (409), stage.exists (409).
 */
export const changeStage = verb({
  name: 'stage.change',
  permission: 'stage:manage',
  input: z.object({
    id: z.string(),
    name: stageName.optional(),
    limit: wipLimit.optional(),
    /** Where it shall stand among the team's: the mover chooses (`rankBetween`). */
    rank: rank.optional(),
  }),
  run(ctx, { id, ...set }) {
    return transact(ctx, async (tx) => {
      const { stage: before, others } = await stageToChange(tx, id)
      const places =
        set.rank === undefined || set.rank === before.rank ? [before] : rankAmong(others, id, set.rank)
      const stage: WorkingStage = {
        ...before,
        name: set.name ?? before.name,
        limit: set.limit === undefined ? before.limit : set.limit,
        rank: rankOf(places, id),
      }
      refuseTaken(others, stage.name)
      if (JSON.stringify(stage) === JSON.stringify(before)) return { id }
      await tx.db
        .update(workingStage)
        .set({ name: stage.name, wipLimit: stage.limit, rank: stage.rank })
        .where(and(eq(workingStage.workspaceId, ctx.workspaceId), eq(workingStage.id, id)))
      await giveWay(tx, others, places)
      emit(tx, 'stage.changed', { stage }, { subjectId: id, audience: stageAudience(stage.teamId) })
      return { id }
    })
  },
})

/** Writes and tells the ranks of stages that were spread out around another one. */
async function giveWay(tx: Tx, others: readonly WorkingStage[], places: readonly Ranked[]): Promise<void> {
  for (const one of others) {
    const rank = places.find(({ id }) => id === one.id)?.rank ?? one.rank
    if (rank === one.rank) continue
    await tx.db
      .update(workingStage)
      .set({ rank })
      .where(and(eq(workingStage.workspaceId, tx.ctx.workspaceId), eq(workingStage.id, one.id)))
    const audience = stageAudience(one.teamId)
    emit(tx, 'stage.changed', { stage: { ...one, rank } }, { subjectId: one.id, audience })
  }
}

/** Two stages of one team with one name would be one column. */
function refuseTaken(others: readonly WorkingStage[], name: string): void {
  const same = others.find((one) => foldStage(one.name) === foldStage(name))
  if (same) throw new Problem('stage.exists', { status: 409, field: 'name', params: { name: same.name } })
}
