import { big, id, index, instant, json, table, text, uniqueIndex } from '../columns.ts'
import { member } from './member.ts'
import { workspace } from './workspace.ts'

export const notification = table(
  'notification',
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspace.id),
    memberId: text()
      .notNull()
      .references(() => member.id),
    kind: text().notNull(),
    /** The event it came from. */
    n: big().notNull(),
    subjectId: text(),
    /** What the sentence needs: names, titles, ids. */
    data: json<Record<string, string | number | null>>().notNull(),
    at: instant().notNull(),
    readAt: instant(),
    mailedAt: instant(),
  },
  (t) => [
    uniqueIndex('notification_event').on(t.workspaceId, t.memberId, t.n, t.kind),
    index('notification_list').on(t.workspaceId, t.memberId, t.at),
  ],
)
