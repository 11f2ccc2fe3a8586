import { id, index, instant, int, ordered, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'

/** A stage that a team has added between draft and review; its posts name it in `post.workingId`. */
export const workingStage = table(
  'working_stage',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    name: text().notNull(),
    /** Fractional index of its place among the team's. */
    rank: ordered().notNull(),
    /** How many posts may stand there before it counts as full; null: as many as come. */
    wipLimit: int(),
    createdAt: instant().notNull(),
  },
  (t) => [index('working_stage_workspace').on(t.workspaceId)],
)
