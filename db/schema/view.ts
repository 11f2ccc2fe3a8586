import { bool, id, index, instant, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { member } from './member.ts'

/** Filters of the plan under a name: one's own, or everybody's. */
export const savedView = table(
  'saved_view',
  {
    id: id(),
    workspaceId: inWorkspace(),
    memberId: text()
      .notNull()
      .references(() => member.id),
    name: text().notNull(),
    /** As in the address of the board or calendar (server/view/view.rules.ts). */
    query: text().notNull(),
    shared: bool().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('saved_view_workspace').on(t.workspaceId, t.memberId)],
)
