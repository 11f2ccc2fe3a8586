import type { BulkChange } from '../../server/bulk/bulk.rules.ts'
import { id, index, instant, json, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { member } from './member.ts'

/** One act on many posts: what each of them was and became, so that it can be undone. */
export const bulkAct = table(
  'bulk_act',
  {
    id: id(),
    workspaceId: inWorkspace(),
    memberId: text()
      .notNull()
      .references(() => member.id),
    changes: json<BulkChange[]>().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index('bulk_act_workspace').on(t.workspaceId, t.memberId, t.at)],
)
