import { id, index, instant, json, real, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { delivery } from './delivery.ts'
import { inWorkspace } from './in-workspace.ts'

/**
 * A metric's value for a post's delivery or a channel at an instant: cumulative, as the network gave it. Written only
 * when it changed (server/metric/keep-counts.ts); `gain` is the difference to the one before of the same subject, so
 * that a period is a plain sum.
 */
export const snapshot = table(
  'snapshot',
  {
    id: id(),
    workspaceId: inWorkspace(),
    channelId: text().notNull(),
    subject: text<'delivery' | 'channel'>().notNull(),
    subjectId: text().notNull(),
    metric: text().notNull(),
    value: real().notNull(),
    gain: real().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('snapshot_point').on(t.subjectId, t.metric, t.at),
    index('snapshot_channel').on(t.workspaceId, t.channelId, t.metric, t.at),
    // Everything a dashboard adds up, so that it never touches the rows.
    index('snapshot_gain').on(t.workspaceId, t.metric, t.at, t.channelId, t.subjectId, t.gain),
  ],
)

/** How a sent delivery is counted: what is known of it, and when the network is asked next. */
export const deliveryCount = table(
  'delivery_count',
  {
    deliveryId: text()
      .primaryKey()
      .references(() => delivery.id),
    workspaceId: inWorkspace(),
    channelId: text()
      .notNull()
      .references(() => channel.id),
    sentAt: instant().notNull(),
    /** The values of the last snapshots. */
    total: json<Record<string, number>>().notNull(),
    /** When it is looked at next, epoch ms; null: it is old and no longer is. */
    nextAt: instant(),
    /** When the network last answered; null: never yet. */
    collectedAt: instant(),
  },
  (t) => [index('delivery_count_due').on(t.workspaceId, t.channelId, t.nextAt)],
)

/** One part of a sent delivery (a thread has several) and the network's last counts of it. */
export const partCount = table(
  'part_count',
  {
    id: id(),
    workspaceId: inWorkspace(),
    channelId: text().notNull(),
    deliveryId: text()
      .notNull()
      .references(() => deliveryCount.deliveryId),
    remoteId: text().notNull(),
    counts: json<Record<string, number>>().notNull(),
  },
  (t) => [
    uniqueIndex('part_count_remote').on(t.channelId, t.remoteId),
    index('part_count_delivery').on(t.workspaceId, t.deliveryId),
  ],
)

/** When a channel's own counts (followers) were asked for, and when they are next. */
export const channelCount = table('channel_count', {
  channelId: text()
    .primaryKey()
    .references(() => channel.id),
  workspaceId: inWorkspace(),
  followers: real(),
  nextAt: instant().notNull(),
  collectedAt: instant(),
})
