import { big, index, instant, json, primaryKey, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'

/** The log: one row a change, numbered without gaps within its workspace. Never updated, never deleted. */
export const event = table(
  'event',
  {
    workspaceId: inWorkspace(),
    n: big().notNull(),
    at: instant().notNull(),
    type: text().notNull(),
    /** Who did it; null for the system itself. */
    memberId: text(),
    /** What it happened to (a post, a conversation, ...), for histories. */
    subjectId: text(),
    /** Who may see it: a permission and optionally a team or one member (see server/event/audience.rules.ts). */
    audience: text().notNull(),
    data: json<unknown>().notNull(),
    requestId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.n] }),
    index('event_subject').on(t.workspaceId, t.subjectId, t.n),
  ],
)

/** How far a durable reader of the log (notifications, search, ...) has come in one workspace. */
export const logCursor = table(
  'log_cursor',
  {
    workspaceId: inWorkspace(),
    reader: text().notNull(),
    n: big().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.reader] })],
)
