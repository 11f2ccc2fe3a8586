import { and, eq } from 'drizzle-orm'
import { conversation } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { EventData } from '../event/catalogue.ts'
import { may, type Permission } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import type { conversationEvents } from './conversation.events.ts'

export type ConversationRow = typeof conversation.$inferSelect

/**
 * A conversation to act on. Who may not read it is told that there is none; who may read but not act, that it is
 * forbidden.
 */
export async function loadConversation(tx: Tx, id: string, permission: Permission): Promise<ConversationRow> {
  const [row] = await tx.db.select().from(conversation).where(oneOf(tx.ctx, id))
  if (!row || !may(tx.ctx.grants, 'conversation:read', row.teamId)) throw notFound()
  permit(tx.ctx, permission, row.teamId)
  return row
}

/** Changes facts of a conversation. The caller emits what it means. */
export async function setConversation(
  tx: Tx,
  id: string,
  set: Partial<typeof conversation.$inferInsert>,
): Promise<void> {
  await tx.db.update(conversation).set(set).where(oneOf(tx.ctx, id))
}

export const oneOf = (ctx: Pick<Ctx, 'workspaceId'>, id: string) =>
  and(eq(conversation.workspaceId, ctx.workspaceId), eq(conversation.id, id))

/** Tells everybody who may read the conversation. */
export function tellReaders<T extends keyof typeof conversationEvents>(
  tx: Tx,
  { id, teamId }: Pick<ConversationRow, 'id' | 'teamId'>,
  type: T,
  data: Omit<EventData<T>, 'id'>,
): void {
  const audience = { permission: 'conversation:read', teamId } as const
  emit(tx, type, { id, ...data } as EventData<T>, { subjectId: id, audience })
}
