import { z } from 'zod'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { Problem } from '../platform/problem.ts'
import { loadConversation, setConversation, tellReaders } from './load-conversation.ts'

/**
 * Hands a conversation to a member, or to nobody (null). Problems: conversation.cannotRead (they may not read it),
 * request.notFound (no such member).
 */
export const assignConversation = verb({
  name: 'conversation.assign',
  permission: 'conversation:assign',
  input: z.object({ id: z.string(), assigneeId: z.string().nullable() }),
  run: (ctx, { id, assigneeId }): Promise<{ assigneeId: string | null }> =>
    transact(ctx, async (tx) => {
      const row = await loadConversation(tx, id, 'conversation:assign')
      if (row.assigneeId === assigneeId) return { assigneeId }
      if (assigneeId !== null) {
        const people = await readPeople(tx.db, ctx.workspaceId)
        const assignee = people.find((one) => one.id === assigneeId)
        if (!assignee) throw new Problem('request.notFound', { status: 404, field: 'assigneeId' })
        if (!whoMay([assignee], 'conversation:read', row.teamId).length)
          throw new Problem('conversation.cannotRead', {
            field: 'assigneeId',
            params: { name: assignee.name },
          })
      }
      await setConversation(tx, id, { assigneeId })
      tellReaders(tx, row, 'conversation.assigned', { assigneeId, before: row.assigneeId })
      return { assigneeId }
    }),
})
