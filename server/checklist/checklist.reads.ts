import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { checklist, checklistItem } from '#db/schema.ts'
import type { ChecklistView } from './checklist.rules.ts'

/** The checklists of posts, by post, in order. The caller has asked whether the posts may be read. */
export async function readChecklists(
  db: Db,
  workspaceId: string,
  postIds: readonly string[],
): Promise<Map<string, ChecklistView[]>> {
  if (!postIds.length) return new Map()
  const lists = await db
    .select()
    .from(checklist)
    .where(and(eq(checklist.workspaceId, workspaceId), inArray(checklist.postId, [...postIds])))
    .orderBy(asc(checklist.rank), asc(checklist.id))
  if (!lists.length) return new Map()
  const items = await db
    .select()
    .from(checklistItem)
    .where(and(eq(checklistItem.workspaceId, workspaceId), inArray(checklistItem.postId, [...postIds])))
    .orderBy(asc(checklistItem.rank), asc(checklistItem.id))
  const own = Map.groupBy(items, (one) => one.checklistId)
  const views = lists.map(({ id, postId, name, rank }) => ({
    postId,
    view: {
      id,
      name,
      rank,
      items: (own.get(id) ?? []).map(({ id, text, rank, assigneeId, doneAt }) => ({
        id,
        text,
        rank,
        assigneeId,
        done: doneAt !== null,
      })),
    },
  }))
  return new Map(
    [...Map.groupBy(views, (one) => one.postId)].map(([id, list]) => [id, list.map((one) => one.view)]),
  )
}
