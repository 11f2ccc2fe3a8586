import { id, index, instant, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { member, team } from './member.ts'

/** A private calendar address, stored as a hash. It shows what its member may see at that moment, or one team's of it. */
export const calendarFeed = table(
  'calendar_feed',
  {
    id: id(),
    workspaceId: inWorkspace(),
    memberId: text()
      .notNull()
      .references(() => member.id),
    /** Null: of every team that the member sees. */
    teamId: text().references(() => team.id),
    hash: text().notNull().unique(),
    createdAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('calendar_feed_member').on(t.workspaceId, t.memberId)],
)
