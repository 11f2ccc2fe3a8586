import { id, index, instant, int, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'

/** A word that posts of every team are marked with; posts keep its id. Names differ, whatever their case (label.rules.ts). */
export const label = table(
  'label',
  {
    id: id(),
    workspaceId: inWorkspace(),
    name: text().notNull(),
    /** Hue of its mark, 0-11. */
    hue: int().notNull(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('label_workspace').on(t.workspaceId)],
)
