import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { decision, variant } from '#db/schema.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden, notFound, Problem } from '../platform/problem.ts'
import { type LoadedVariant, postToChange, settlePost } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'
import { snapshot } from '../version/snapshot.ts'
import { checkDecision, DECISIONS, evaluate, type Question } from './approval.rules.ts'
import { plannedVariants } from './planned.reads.ts'
import { questionsFor } from './question.ts'

export const decideInput = z.object({
  postId: z.string(),
  kind: z.enum(DECISIONS),
  comment: z.string().trim().max(10_000).default(''),
  /** The versions decided on, as the approver saw them: an edit in the meantime refuses the decision. */
  on: z
    .array(z.object({ variantId: z.string(), hash: z.string() }))
    .min(1)
    .max(50),
})

/**
 * Approves, requests changes or rejects exactly the versions named, all of them or none. Never one's own, unless the
 * channel's flow allows it. A refusal sends the variant back to draft; the last approval a flow needs approves it.
 */
export const decideApproval = verb({
  name: 'approval.decide',
  permission: 'post:decide',
  input: decideInput,
  async run(ctx, input) {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, input.postId, 'post:decide')
      const { row } = loaded
      const memberId = ctx.memberId
      if (!memberId) throw forbidden('post:decide')
      const questions = await questionsFor(tx.db, ctx.workspaceId, loaded)
      const planned = await plannedVariants(tx.db, ctx.workspaceId, row.id)
      const writers = new Set<string>()
      let approved = true
      const named = new Set<string>()
      for (const { variantId, hash } of input.on) {
        if (named.has(variantId)) continue
        named.add(variantId)
        const one = loaded.variants.find((it) => it.row.id === variantId)
        const question = questions.get(variantId)
        if (!one || !question) throw notFound()
        if (one.row.stage !== 'in_review') throw new Problem('approval.notOpen', { status: 409 })
        const seat = checkDecision(question, { ...input, personId: memberId, hash })
        if ('refuse' in seat)
          throw new Problem(seat.refuse, {
            status: seat.refuse === 'approval.stale' ? 409 : 403,
            ...(seat.refuse === 'approval.commentRequired' ? { status: 422, field: 'comment' } : {}),
          })
        for (const id of question.authorIds) writers.add(id)
        const done = await decide(tx, one, question, input, planned.has(variantId))
        approved &&= done
      }
      emit(
        tx,
        'approval.decided',
        {
          id: row.id,
          title: row.title,
          set: await settlePost(tx, row.id),
          kind: input.kind,
          comment: input.comment,
          variantIds: [...named],
          approved,
          writerIds: [...writers],
        },
        { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      return { approved }
    })
  },
})

/** Writes one decision and what follows from it for the variant. True when the version is approved now. */
async function decide(
  tx: Tx,
  one: LoadedVariant,
  question: Question,
  { kind, comment }: z.output<typeof decideInput>,
  planned: boolean,
): Promise<boolean> {
  const { workspaceId, memberId } = tx.ctx
  const step = Math.max(0, evaluate(question).stepIndex)
  await snapshot(tx, one, question.authorIds)
  const made = { kind, versionHash: one.hash, memberId: memberId ?? '', at: tx.now, step }
  await tx.db.insert(decision).values({
    id: newId(),
    workspaceId,
    postId: one.row.postId,
    variantId: one.row.id,
    comment,
    ...made,
  })
  const after = evaluate({
    ...question,
    decisions: [...question.decisions, made],
  })
  const isApproved = after.state === 'approved'
  const facts = { approval: one.channel.flow.mode, approved: isApproved, planned }
  const outcome = isApproved ? 'approve' : after.state === 'open' ? null : 'return'
  if (!outcome) return false
  const stage = nextStage('in_review', outcome, facts) ?? 'in_review'
  const returned = outcome === 'return' ? { versionHash: null, submittedBy: null, submittedAt: null } : {}
  await tx.db
    .update(variant)
    .set({ stage, ...returned })
    .where(and(eq(variant.workspaceId, workspaceId), eq(variant.id, one.row.id)))
  return isApproved
}
