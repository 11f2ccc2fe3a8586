import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'
import { isRank } from '../post/rank.rules.ts'

/** Lists of one post, and items of one list. */
export const MAX_LISTS = 20
export const MAX_ITEMS = 200
export const MAX_LIST_NAME = 100
export const MAX_ITEM_TEXT = 500

export const listName = nameText().min(1).max(MAX_LIST_NAME)
export const itemText = z.string().trim().min(1).max(MAX_ITEM_TEXT)
export const listRank = z.string().refine(isRank, 'rank.invalid')

/** A checklist as the sheet shows it, items in order. */
export interface ChecklistView {
  id: string
  name: string
  rank: string
  items: ChecklistItemView[]
}
export interface ChecklistItemView {
  id: string
  text: string
  rank: string
  done: boolean
  assigneeId: string | null
}
