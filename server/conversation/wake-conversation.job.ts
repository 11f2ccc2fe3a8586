import { z } from 'zod'
import { conversation } from '#db/schema.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { transact } from '../core/transact.ts'
import { job } from '../job/job.ts'
import { oneOf, setConversation, tellReaders } from './load-conversation.ts'

/** Brings a conversation back at the moment it was put aside until, unless that was changed since. */
export const wakeConversation = job({
  kind: 'conversation.wake',
  payload: z.object({ id: z.string(), until: z.number() }),
  async run({ id, until }, { app, workspaceId, requestId }) {
    if (!workspaceId) return
    await transact(await systemCtx(app, workspaceId, requestId), async (tx) => {
      const [row] = await tx.db.select().from(conversation).where(oneOf(tx.ctx, id))
      if (row?.state !== 'snoozed' || row.snoozedUntil !== until) return
      await setConversation(tx, id, { state: 'open', snoozedUntil: null })
      tellReaders(tx, row, 'conversation.woke', {})
    })
  },
})
