import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { variant } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cancelPlanned } from '../delivery/unschedule-post.ts'
import { Problem } from '../platform/problem.ts'
import { postToChange, settlePost } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'

/**
 * Takes a post back from review, approval or its slot to work on it. Its text, comments and past decisions stay; what
 * was planned is not sent.
 */
export const withdrawPost = verb({
  name: 'post.withdraw',
  permission: 'post:write',
  input: z.object({ postId: z.string(), to: z.enum(['idea', 'draft']).default('draft') }),
  async run(ctx, { postId, to }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId, 'post:write')
      const { row } = loaded
      const facts = { approval: 'required' as const, approved: false, planned: false }
      const back = loaded.variants.filter((one) => nextStage(one.row.stage, 'withdraw', facts) !== null)
      if (!back.length) throw new Problem('approval.nothingToWithdraw', { status: 409 })
      if (back.some((one) => one.row.stage === 'scheduled')) permit(ctx, 'post:schedule', row.teamId)
      await cancelPlanned(tx, postId)
      for (const one of back)
        await tx.db
          .update(variant)
          .set({ stage: to, versionHash: null, submittedBy: null, submittedAt: null })
          .where(and(eq(variant.workspaceId, ctx.workspaceId), eq(variant.id, one.row.id)))
      emit(
        tx,
        'post.withdrawn',
        {
          id: row.id,
          title: row.title,
          set: { ...(await settlePost(tx, row.id)), trouble: null },
          variantIds: back.map((one) => one.row.id),
        },
        { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      return {}
    })
  },
})
