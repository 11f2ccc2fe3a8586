import { id, index, instant, real, table, text, uniqueIndex } from '../columns.ts'
import { workspace } from './workspace.ts'

/** A metric's value for a post's delivery or a channel at an instant. Cumulative counters as the network gave them. */
export const snapshot = table(
  'snapshot',
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspace.id),
    channelId: text().notNull(),
    subject: text<'delivery' | 'channel'>().notNull(),
    subjectId: text().notNull(),
    metric: text().notNull(),
    value: real().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('snapshot_point').on(t.subjectId, t.metric, t.at),
    index('snapshot_channel').on(t.workspaceId, t.channelId, t.metric, t.at),
    index('snapshot_at').on(t.workspaceId, t.metric, t.at),
  ],
)
