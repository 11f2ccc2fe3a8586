import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { variant } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { type LoadedVariant, postToChange, settlePost } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'
import { snapshot } from '../version/snapshot.ts'
import { evaluate, maySubmit } from './approval.rules.ts'
import { plannedVariants } from './planned.reads.ts'
import { questionsFor, withAuthor } from './question.ts'

/**
 * Puts every variant that is not under review yet up for it (or only those named). Its content becomes a version. A
 * variant whose channel asks for no approval is approved by that. Refuses what has nothing to say or nowhere to go, and
 * what stands rejected as it is (approval.rejectedUnchanged).
 */
export const submitPost = verb({
  name: 'post.submit',
  permission: 'post:submit',
  input: z.object({ postId: z.string(), variantIds: z.array(z.string()).max(50).optional() }),
  async run(ctx, { postId, variantIds }) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, postId, 'post:submit')
      const { row } = loaded
      if (!loaded.variants.length) throw new Problem('draft.noChannel')
      const chosen = loaded.variants.filter(
        (one) =>
          (one.row.stage === 'idea' || one.row.stage === 'draft') &&
          (!variantIds || variantIds.includes(one.row.id)),
      )
      if (!chosen.length) throw new Problem('approval.nothingToSubmit', { status: 409 })
      if (chosen.every((one) => one.channel.flow.mode === 'none')) throw new Problem('stage.noReview')
      const empty = chosen.find(isEmpty)
      if (empty) throw new Problem('draft.empty', { params: { channel: empty.channel.name } })
      const questions = await questionsFor(tx.db, ctx.workspaceId, loaded)
      for (const one of chosen) {
        // Before the submitter counts as an author, or whoever rejected it would unsay that by submitting it.
        const question = questions.get(one.row.id)
        const answer = question && maySubmit(question)
        if (answer && 'refuse' in answer)
          throw new Problem(answer.refuse, { status: 409, params: { channel: one.channel.name } })
      }
      const submitted = { submittedBy: ctx.memberId, submittedAt: tx.now }
      const planned = await plannedVariants(tx.db, ctx.workspaceId, postId)
      const asked = new Set<string>()
      for (const one of chosen) {
        const asks = questions.get(one.row.id)
        if (!asks) continue
        const question = withAuthor(asks, ctx.memberId)
        await snapshot(tx, one, question.authorIds)
        const answer = evaluate(question)
        const approved = answer.state === 'approved'
        for (const seat of answer.seats) asked.add(seat)
        const facts = { approval: 'required' as const, approved, planned: planned.has(one.row.id) }
        const stage = approved ? nextStage('in_review', 'approve', facts) : 'in_review'
        await tx.db
          .update(variant)
          .set({ stage: stage ?? 'in_review', versionHash: one.hash, ...submitted })
          .where(and(eq(variant.workspaceId, ctx.workspaceId), eq(variant.id, one.row.id)))
      }
      emit(
        tx,
        'post.submitted',
        {
          id: row.id,
          title: row.title,
          set: await settlePost(tx, row.id),
          variantIds: chosen.map((one) => one.row.id),
          askedIds: [...asked],
        },
        { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      return {}
    })
  },
})

const isEmpty = ({ content }: LoadedVariant): boolean =>
  content.text.trim() === '' && content.media.length === 0
