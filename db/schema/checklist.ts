import { id, index, instant, ordered, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { post } from './post.ts'

/** A list of things to do for a post; a post may have several. */
export const checklist = table(
  'checklist',
  {
    id: id(),
    workspaceId: inWorkspace(),
    postId: text()
      .notNull()
      .references(() => post.id),
    name: text().notNull(),
    /** Fractional index among the post's lists. */
    rank: ordered().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('checklist_post').on(t.workspaceId, t.postId)],
)

export const checklistItem = table(
  'checklist_item',
  {
    id: id(),
    workspaceId: inWorkspace(),
    /** Its list's post, so that a post's ticks are counted at once. */
    postId: text()
      .notNull()
      .references(() => post.id),
    checklistId: text()
      .notNull()
      .references(() => checklist.id),
    text: text().notNull(),
    /** Fractional index within its list. */
    rank: ordered().notNull(),
    assigneeId: text(),
    /** When and by whom it was ticked; null: still to do. */
    doneAt: instant(),
    doneBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('checklist_item_post').on(t.workspaceId, t.postId),
    index('checklist_item_list').on(t.workspaceId, t.checklistId),
  ],
)
