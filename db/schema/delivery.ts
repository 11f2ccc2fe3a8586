import { id, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { post, variant } from './post.ts'
import { workspace } from './workspace.ts'

/** One variant due at one instant, and how its sending stands. The send ledger is read from here. */
export const delivery = table(
  'delivery',
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspace.id),
    postId: text()
      .notNull()
      .references(() => post.id),
    variantId: text()
      .notNull()
      .references(() => variant.id),
    channelId: text()
      .notNull()
      .references(() => channel.id),
    versionHash: text().notNull(),
    dueAt: instant().notNull(),
    state: text().notNull(),
    /** Why it was not sent (a code of delivery.rules.ts) and safe detail of the network's words. */
    reason: text(),
    detail: text(),
    attempts: int().notNull().default(0),
    /** Idempotency material, stored before anything is sent. */
    prepared: json<unknown>(),
    /** What each part became on the network. */
    remote: json<unknown>(),
    sentAt: instant(),
    createdBy: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('delivery_post').on(t.workspaceId, t.postId),
    index('delivery_due').on(t.workspaceId, t.state, t.dueAt),
    uniqueIndex('delivery_slot').on(t.variantId, t.dueAt, t.versionHash),
    index('delivery_channel').on(t.workspaceId, t.channelId),
  ],
)
