import { questionsFor } from '../approval/question.ts'
import type { Tx } from '../core/transact.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import { snapshot } from './snapshot.ts'

/** Snapshots every variant of a post as it stands. Cheap when nothing changed. */
export async function keepVersions(tx: Tx, loaded: LoadedPost): Promise<void> {
  if (!loaded.variants.length) return
  const questions = await questionsFor(tx.db, tx.ctx.workspaceId, loaded)
  for (const one of loaded.variants) await snapshot(tx, one, questions.get(one.row.id)?.authorIds ?? [])
}
