import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { checklistItem } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { checkAssignee } from '../post/places.ts'
import { others, rankAmong, rankOf } from '../post/rank.rules.ts'
import { itemText, listRank, MAX_ITEMS } from './checklist.rules.ts'
import {
  changeChecks,
  type ItemRow,
  itemsOf,
  loadItem,
  loadList,
  placeItems,
  rankBehind,
} from './checklist-tx.ts'

/** Adds to a list: at its end, or where `rank` says. Problem: checklist.full. */
export const addItem = verb({
  name: 'checklist.addItem',
  permission: 'post:write',
  input: z.object({
    id: z.uuid().optional(),
    checklistId: z.string(),
    text: itemText,
    rank: listRank.optional(),
    assigneeId: z.string().nullable().default(null),
    done: z.boolean().default(false),
  }),
  run(ctx, { id = newId(), checklistId, text, rank, assigneeId, done }) {
    return transact(ctx, async (tx) => {
      const { list, row } = await loadList(tx, checklistId)
      const { workspaceId } = ctx
      const items = await itemsOf(tx, checklistId)
      if (items.some((one) => one.id === id)) return { id }
      if (items.length >= MAX_ITEMS) throw new Problem('checklist.full', { params: { limit: MAX_ITEMS } })
      if (assigneeId != null) await checkAssignee(tx, assigneeId, row.teamId)
      const places = rankAmong(items, id, rank ?? rankBehind(items))
      await tx.db.insert(checklistItem).values({
        id,
        workspaceId,
        postId: row.id,
        checklistId,
        text,
        rank: rankOf(places, id),
        assigneeId,
        doneAt: done ? tx.now : null,
        doneBy: done ? ctx.memberId : null,
        createdAt: tx.now,
      })
      await placeItems(tx, others(places, id))
      const about = { checklistId, name: list.name, itemId: id, text, assigneeId }
      await changeChecks(tx, row, 'checklist.itemAdded', about)
      return { id }
    })
  },
})

/** Ticks, rewrites, assigns or moves an item; what is not named stays. */
export const changeItem = verb({
  name: 'checklist.changeItem',
  permission: 'post:write',
  input: z.object({
    itemId: z.string(),
    text: itemText.optional(),
    done: z.boolean().optional(),
    assigneeId: z.string().nullable().optional(),
    /** Within a list of the same post. */
    place: z.object({ checklistId: z.string(), rank: listRank }).optional(),
  }),
  run(ctx, { itemId, text, done, assigneeId, place }) {
    return transact(ctx, async (tx) => {
      const { item, list, row } = await loadItem(tx, itemId)
      const set: Partial<ItemRow> = {}
      if (text !== undefined && text !== item.text) set.text = text
      if (done !== undefined && done !== (item.doneAt !== null)) {
        set.doneAt = done ? tx.now : null
        set.doneBy = done ? ctx.memberId : null
      }
      if (assigneeId !== undefined && assigneeId !== item.assigneeId) {
        if (assigneeId != null) await checkAssignee(tx, assigneeId, row.teamId)
        set.assigneeId = assigneeId
      }
      if (place && (place.checklistId !== item.checklistId || place.rank !== item.rank)) {
        const to = await loadList(tx, place.checklistId)
        if (to.row.id !== row.id) throw notFound()
        const places = rankAmong(await itemsOf(tx, to.list.id), itemId, place.rank)
        await placeItems(tx, others(places, itemId))
        Object.assign(set, { checklistId: to.list.id, rank: rankOf(places, itemId) })
      }
      if (!Object.keys(set).length) return { id: itemId }
      await tx.db
        .update(checklistItem)
        .set(set)
        .where(and(eq(checklistItem.workspaceId, ctx.workspaceId), eq(checklistItem.id, itemId)))
      await changeChecks(tx, row, 'checklist.itemChanged', {
        checklistId: place?.checklistId ?? item.checklistId,
        name: list.name,
        itemId,
        text: text ?? item.text,
        ...('doneAt' in set ? { done: set.doneAt !== null } : {}),
        ...('assigneeId' in set ? { assigneeId: set.assigneeId } : {}),
      })
      return { id: itemId }
    })
  },
})

/** Takes an item out of its list. */
export const removeItem = verb({
  name: 'checklist.removeItem',
  permission: 'post:write',
  input: z.object({ itemId: z.string() }),
  run(ctx, { itemId }) {
    return transact(ctx, async (tx) => {
      const { item, list, row } = await loadItem(tx, itemId)
      await tx.db
        .delete(checklistItem)
        .where(and(eq(checklistItem.workspaceId, ctx.workspaceId), eq(checklistItem.id, itemId)))
      const about = { checklistId: list.id, name: list.name, itemId, text: item.text }
      await changeChecks(tx, row, 'checklist.itemRemoved', about)
      return { id: itemId }
    })
  },
})
