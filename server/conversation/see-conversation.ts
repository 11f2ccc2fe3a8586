import { z } from 'zod'
import { conversationSeen } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { loadConversation } from './load-conversation.ts'

/** Marks a conversation as read by oneself, up to now. */
export const seeConversation = verb({
  name: 'conversation.see',
  permission: 'conversation:read',
  input: z.object({ id: z.string() }),
  run: (ctx, { id }): Promise<object> =>
    transact(ctx, async (tx) => {
      await loadConversation(tx, id, 'conversation:read')
      const { memberId, workspaceId } = ctx
      if (!memberId) return {}
      await tx.db
        .insert(conversationSeen)
        .values({ workspaceId, memberId, conversationId: id, seenAt: tx.now })
        .onConflictDoUpdate({
          target: [conversationSeen.memberId, conversationSeen.conversationId],
          set: { seenAt: tx.now },
        })
      emit(tx, 'conversation.seen', { id }, { subjectId: id, audience: { memberId } })
      return {}
    }),
})
