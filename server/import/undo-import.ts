import { z } from 'zod'
import { permit } from '../core/ctx.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { enqueue } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import { loadImport } from './load-import.ts'
import { setImport } from './start-import.ts'
import { undoImportJob } from './undo-import.job.ts'

/** Takes away, in the background, the posts an import made; those that somebody has changed since stay. */
export const undoImport = verb({
  name: 'import.undo',
  permission: 'import:run',
  input: z.object({ importId: z.string() }),
  run(ctx, { importId }) {
    return transact(ctx, async (tx) => {
      const row = await loadImport(tx.db, ctx, importId)
      permit(ctx, 'post:write', row.teamId)
      if (row.state === 'undoing' || row.state === 'undone') return { id: importId }
      if (row.state !== 'done' && row.state !== 'failed') throw new Problem('import.running', { status: 409 })
      await setImport(tx, importId, { state: 'undoing' })
      await enqueue(tx, undoImportJob, { importId, memberId: ctx.memberId ?? '' }, { key: importId })
      return { id: importId }
    })
  },
})
