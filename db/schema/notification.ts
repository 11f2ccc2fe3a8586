import { sql } from 'drizzle-orm'
import { big, id, index, instant, json, table, text, uniqueIndex } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { member } from './member.ts'

export const notification = table(
  'notification',
  {
    id: id(),
    workspaceId: inWorkspace(),
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
    /** Where it stands by e-mail; null: it does not go that way (not wanted, or read before it could). */
    mailState: text<'waiting' | 'prepared' | 'sent'>(),
    /** The batch it is mailed in, which is also the Message-ID; null with the state. */
    mailId: text(),
    mailedAt: instant(),
  },
  (t) => [
    uniqueIndex('notification_event').on(t.workspaceId, t.memberId, t.n, t.kind),
    index('notification_list').on(t.workspaceId, t.memberId, t.at),
    index('notification_mail').on(t.workspaceId, t.memberId, t.mailState).where(sql`mail_state is not null`),
  ],
)
