import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { checklist, checklistItem } from '#db/schema.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { loadPost } from '../post/load-post.ts'
import { others, type Ranked, rankAmong, rankOf } from '../post/rank.rules.ts'
import { listName, listRank, MAX_LISTS } from './checklist.rules.ts'
import { changeChecks, listsOf, loadList, rankBehind } from './checklist-tx.ts'

/** Begins a list at the end of a post's lists. Problem: checklist.tooMany. */
export const createChecklist = verb({
  name: 'checklist.create',
  permission: 'post:write',
  input: z.object({
    /** Made by the client, so that a retry never makes a second list. */
    id: z.uuid().optional(),
    postId: z.string(),
    name: listName,
  }),
  run(ctx, { id = newId(), postId, name }) {
    return transact(ctx, async (tx) => {
      const row = await loadPost(tx, postId)
      const lists = await listsOf(tx, postId)
      if (lists.some((one) => one.id === id)) return { id }
      if (lists.length >= MAX_LISTS) throw new Problem('checklist.tooMany', { params: { limit: MAX_LISTS } })
      const places = rankAmong(lists, id, rankBehind(lists))
      const rank = rankOf(places, id)
      const { workspaceId, memberId: createdBy } = ctx
      await tx.db
        .insert(checklist)
        .values({ id, workspaceId, postId, name, rank, createdBy, createdAt: tx.now })
      await placeLists(tx, others(places, id))
      await changeChecks(tx, row, 'checklist.created', { checklistId: id, name })
      return { id }
    })
  },
})

/** Renames a list or puts it elsewhere among its post's lists. */
export const changeChecklist = verb({
  name: 'checklist.change',
  permission: 'post:write',
  input: z.object({ id: z.string(), name: listName.optional(), rank: listRank.optional() }),
  run(ctx, { id, name, rank }) {
    return transact(ctx, async (tx) => {
      const { list, row } = await loadList(tx, id)
      const moves = rank !== undefined && rank !== list.rank
      const places = moves ? rankAmong(await listsOf(tx, row.id), id, rank) : []
      const set = {
        ...(name !== undefined && name !== list.name ? { name } : {}),
        ...(moves ? { rank: rankOf(places, id) } : {}),
      }
      if (!Object.keys(set).length) return { id }
      await tx.db
        .update(checklist)
        .set(set)
        .where(and(eq(checklist.workspaceId, ctx.workspaceId), eq(checklist.id, id)))
      await placeLists(tx, others(places, id))
      await changeChecks(tx, row, 'checklist.changed', { checklistId: id, name: name ?? list.name })
      return { id }
    })
  },
})

/** Takes a list away with its items. */
export const removeChecklist = verb({
  name: 'checklist.remove',
  permission: 'post:write',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const { list, row } = await loadList(tx, id)
      const { workspaceId } = ctx
      await tx.db
        .delete(checklistItem)
        .where(and(eq(checklistItem.workspaceId, workspaceId), eq(checklistItem.checklistId, id)))
      await tx.db.delete(checklist).where(and(eq(checklist.workspaceId, workspaceId), eq(checklist.id, id)))
      await changeChecks(tx, row, 'checklist.removed', { checklistId: id, name: list.name })
      return { id }
    })
  },
})

/** Writes other ranks of lists. */
async function placeLists(tx: Tx, places: readonly Ranked[]): Promise<void> {
  for (const { id, rank } of places)
    await tx.db
      .update(checklist)
      .set({ rank })
      .where(and(eq(checklist.workspaceId, tx.ctx.workspaceId), eq(checklist.id, id)))
}
