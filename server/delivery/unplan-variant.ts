import { evaluate } from '../approval/approval.rules.ts'
import { questionsFor } from '../approval/question.ts'
import type { Tx } from '../core/transact.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'
import { setVariantStage } from './after-change.ts'

/** Puts variants of which nothing is planned any more back to where they stood: approved when they are, else draft. */
export async function unplanVariants(
  tx: Tx,
  loaded: LoadedPost,
  variantIds: ReadonlySet<string>,
): Promise<void> {
  const questions = await questionsFor(tx.db, tx.ctx.workspaceId, loaded)
  for (const { row } of loaded.variants) {
    const question = questions.get(row.id)
    if (!variantIds.has(row.id) || !question) continue
    const approved = question.flow.mode !== 'none' && evaluate(question).state === 'approved'
    const facts = { approval: question.flow.mode, approved, planned: false }
    await setVariantStage(tx, row.id, nextStage(row.stage, 'unschedule', facts) ?? row.stage)
  }
}
