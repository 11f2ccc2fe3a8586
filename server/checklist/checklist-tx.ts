import { and, count, desc, eq } from 'drizzle-orm'
import { checklist, checklistItem } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { notFound } from '../platform/problem.ts'
import { changeCard } from '../post/change-card.ts'
import { loadPost, type PostRow } from '../post/load-post.ts'
import { rankBetween } from '../post/rank.rules.ts'
import type { checklistEvents } from './checklist.events.ts'

export type ListRow = typeof checklist.$inferSelect
export type ItemRow = typeof checklistItem.$inferSelect

/** A list and its post, both for somebody who may write there; otherwise “not found” or “forbidden”. */
export async function loadList(tx: Tx, id: string): Promise<{ list: ListRow; row: PostRow }> {
  const [list] = await tx.db
    .select()
    .from(checklist)
    .where(and(eq(checklist.workspaceId, tx.ctx.workspaceId), eq(checklist.id, id)))
  if (!list) throw notFound()
  return { list, row: await loadPost(tx, list.postId) }
}

/** An item with its list and post; refuses like `loadList`. */
export async function loadItem(tx: Tx, id: string): Promise<{ item: ItemRow; list: ListRow; row: PostRow }> {
  const [item] = await tx.db
    .select()
    .from(checklistItem)
    .where(and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.id, id)))
  if (!item) throw notFound()
  return { item, ...(await loadList(tx, item.checklistId)) }
}

/** Counts a post's ticks anew and says what happened, with the counts for its card. */
export async function changeChecks(
  tx: Tx,
  row: PostRow,
  type: keyof typeof checklistEvents,
  more: { checklistId: string; name: string } & Record<string, unknown>,
): Promise<void> {
  const here = and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.postId, row.id))
  const [counted] = await tx.db
    .select({ total: count(), done: count(checklistItem.doneAt) })
    .from(checklistItem)
    .where(here)
  const set = { checksDone: counted?.done ?? 0, checksTotal: counted?.total ?? 0 }
  await changeCard(tx, row, type, set, {}, more)
}

/** The rank behind the last item of a list. */
export async function lastItemRank(tx: Tx, checklistId: string): Promise<string> {
  const [last] = await tx.db
    .select({ rank: checklistItem.rank })
    .from(checklistItem)
    .where(and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.checklistId, checklistId)))
    .orderBy(desc(checklistItem.rank))
    .limit(1)
  return rankBetween(last?.rank ?? null, null)
}
