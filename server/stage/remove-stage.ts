import { and, count, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { post, workingStage } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { stageAudience, stageToChange } from './stages-of.ts'
import { neighbourOf } from './working-stage.rules.ts'

/**
 * Takes a stage away from its team. Its posts stay: they stand in the stage before it then, those of the first in plain
 * draft. Gives how many drafts stood there. Problem: stage.vanished (409).
 */
export const removeStage = verb({
  name: 'stage.remove',
  permission: 'stage:manage',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const { stage, others } = await stageToChange(tx, id)
      const toId = neighbourOf([...others, stage], id)
      const here = and(eq(post.workspaceId, ctx.workspaceId), eq(post.workingId, id))
      const [standing] = await tx.db
        .select({ n: count() })
        .from(post)
        .where(and(here, eq(post.stage, 'draft'), isNull(post.archivedAt)))
      // Those in review or archived too: they come back to where their stage has gone.
      await tx.db.update(post).set({ workingId: toId }).where(here)
      await tx.db
        .delete(workingStage)
        .where(and(eq(workingStage.workspaceId, ctx.workspaceId), eq(workingStage.id, id)))
      const { teamId, name } = stage
      emit(
        tx,
        'stage.removed',
        { id, teamId, name, toId },
        { subjectId: id, audience: stageAudience(teamId) },
      )
      return { posts: standing?.n ?? 0, toId }
    })
  },
})
