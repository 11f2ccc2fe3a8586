import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#db/schema.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { job, RunAgain } from '../job/job.ts'
import { keepVersions } from '../version/keep-versions.ts'
import { holderOf } from './pen.rules.ts'
import { loadWithVariants } from './post-with-variants.ts'

/**
 * Lays the pen of a post down once its lease has run out, so that everybody is told that it is free: only the
 * server's clock counts. Waits on while the holder shows signs of life. One a post, as long as somebody holds it.
 */
export const freePen = job({
  kind: 'pen.free',
  payload: z.object({ postId: z.string() }),
  async run({ postId }, { app, workspaceId, requestId }) {
    if (!workspaceId) return
    const again = await transact(await systemCtx(app, workspaceId, requestId), async (tx) => {
      const loaded = await loadWithVariants(tx.db, workspaceId, postId)
      if (!loaded?.row.penMemberId) return null
      const { penMemberId: memberId, penUntil: until, teamId } = loaded.row
      if (holderOf({ memberId, until }, tx.now)) return until
      await keepVersions(tx, loaded)
      await tx.db
        .update(post)
        .set({ penMemberId: null, penUntil: null })
        .where(and(eq(post.workspaceId, workspaceId), eq(post.id, postId)))
      emit(
        tx,
        'pen.moved',
        { postId, memberId: null },
        { subjectId: postId, audience: { permission: 'post:read', teamId } },
      )
      return null
    })
    if (again !== null) throw new RunAgain(again)
  },
})
