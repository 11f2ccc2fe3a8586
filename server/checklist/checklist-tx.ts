import { and, asc, count, eq } from 'drizzle-orm'
import { checklist, checklistItem } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { notFound } from '../platform/problem.ts'
import { changeCard } from '../post/change-card.ts'
import { loadPost, type PostRow } from '../post/load-post.ts'
import { type Ranked, rankBetween } from '../post/rank.rules.ts'
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

/** Writes other ranks of items. */
export async function placeItems(tx: Tx, places: readonly Ranked[]): Promise<void> {
  for (const { id, rank } of places)
    await tx.db
      .update(checklistItem)
      .set({ rank })
      .where(and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.id, id)))
}

/** The items of a list with their ranks. */
export const itemsOf = (tx: Tx, checklistId: string): Promise<Ranked[]> =>
  tx.db
    .select({ id: checklistItem.id, rank: checklistItem.rank })
    .from(checklistItem)
    .where(and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.checklistId, checklistId)))
    .orderBy(asc(checklistItem.rank), asc(checklistItem.id))

/** The lists of a post with their ranks. */
export const listsOf = (tx: Tx, postId: string): Promise<Ranked[]> =>
  tx.db
    .select({ id: checklist.id, rank: checklist.rank })
    .from(checklist)
    .where(and(eq(checklist.workspaceId, tx.ctx.workspaceId), eq(checklist.postId, postId)))
    .orderBy(asc(checklist.rank), asc(checklist.id))

/** The rank behind the last of a list. */
export const rankBehind = (list: readonly Ranked[]): string => rankBetween(list.at(-1)?.rank ?? null, null)
