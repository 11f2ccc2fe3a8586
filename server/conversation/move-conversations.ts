import { and, eq, isNotNull } from 'drizzle-orm'
import { conversation } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { setConversation, tellReaders } from './load-conversation.ts'

/**
 * Moves a channel's conversations along when it goes to another team: they belong to whoever answers there. Those who
 * may not read them any more lose them, as assignees too. Both teams are told.
 */
export async function moveConversations(
  tx: Tx,
  { channelId, from, to }: { channelId: string; from: string; to: string },
): Promise<void> {
  const here = and(eq(conversation.workspaceId, tx.ctx.workspaceId), eq(conversation.channelId, channelId))
  const moved = await tx.db
    .update(conversation)
    .set({ teamId: to, claimMemberId: null, claimUntil: null })
    .where(here)
    .returning({ id: conversation.id })
  if (!moved.length) return
  for (const teamId of [from, to])
    emit(
      tx,
      'channel.conversationsMoved',
      { channelId, from, to, count: moved.length },
      { subjectId: channelId, audience: { permission: 'conversation:read', teamId } },
    )
  const readers = whoMay(await readPeople(tx.db, tx.ctx.workspaceId), 'conversation:read', to)
  const allowed = new Set(readers.map(({ id }) => id))
  const assigned = await tx.db
    .select({ id: conversation.id, teamId: conversation.teamId, before: conversation.assigneeId })
    .from(conversation)
    .where(and(here, isNotNull(conversation.assigneeId)))
  for (const one of assigned) {
    if (one.before === null || allowed.has(one.before)) continue
    await setConversation(tx, one.id, { assigneeId: null })
    tellReaders(tx, one, 'conversation.assigned', { assigneeId: null, before: one.before })
  }
}
