import { and, eq } from 'drizzle-orm'
import { variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'
import { evaluate } from './approval.rules.ts'
import { plannedVariants } from './planned.reads.ts'
import { questionsFor } from './question.ts'

/**
 * What an edit does to approval, in the edit's own transaction: variants under review or past it are judged by their
 * new content, and go back to review when it is not approved (to draft, when just that was rejected). `loaded` is the post after the edit. Gives the variants
 * whose approval the edit has voided.
 */
export async function judgeAgain(tx: Tx, loaded: LoadedPost): Promise<string[]> {
  const touched = loaded.variants.filter(
    (one) => one.row.versionHash !== null && one.row.versionHash !== one.hash,
  )
  if (!touched.length) return []
  const questions = await questionsFor(tx.db, tx.ctx.workspaceId, loaded)
  const planned = await plannedVariants(tx.db, tx.ctx.workspaceId, loaded.row.id)
  const voided: string[] = []
  for (const { row, hash, channel } of touched) {
    const question = questions.get(row.id)
    if (!question || row.stage === 'published') continue
    const { state } = evaluate(question)
    const approved = state === 'approved'
    const facts = { approval: channel.flow.mode, approved, planned: planned.has(row.id) }
    // Typed back to what was approved or rejected before: the decisions on it still stand.
    const step = state === 'rejected' ? 'return' : approved && row.stage === 'in_review' ? 'approve' : 'edit'
    const stage = nextStage(row.stage, step, facts) ?? row.stage
    const returned = step === 'return' ? { versionHash: null, submittedBy: null, submittedAt: null } : {}
    if (!approved && (row.stage === 'approved' || row.stage === 'scheduled')) voided.push(row.id)
    await tx.db
      .update(variant)
      .set({ versionHash: hash, stage, ...returned })
      .where(and(eq(variant.workspaceId, tx.ctx.workspaceId), eq(variant.id, row.id)))
  }
  return voided
}
