import { sql } from 'drizzle-orm'
import { id, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts'
import { channel } from './channel.ts'
import { inWorkspace } from './in-workspace.ts'
import { post, variant } from './post.ts'

/** One variant due at one instant, and how its sending stands. The send ledger is read from here. */
export const delivery = table(
  'delivery',
  {
    id: id(),
    workspaceId: inWorkspace(),
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
    /** The slot, epoch ms; it stays when a retry comes later. */
    dueAt: instant().notNull(),
    /** When sending is tried next, epoch ms: the slot, a retry, or when a person sends it again. */
    tryAt: instant().notNull(),
    state: text<
      'planned' | 'preparing' | 'sending' | 'sent' | 'failed' | 'expired' | 'held' | 'ambiguous' | 'cancelled'
    >().notNull(),
    /** Why it was not sent (a code of delivery.rules.ts) and safe detail of the network's words. */
    reason: text(),
    detail: text(),
    attempts: int().notNull().default(0),
    /** Transient errors in a row; the waits between retries follow from it. */
    failures: int().notNull().default(0),
    /** Until when the process that is sending it holds it, epoch ms; later it counts as dead. */
    heldUntil: instant(),
    /** Idempotency material, stored before anything is sent. */
    prepared: json<unknown>(),
    /** What each part became on the network. */
    remote: json<unknown>(),
    sentAt: instant(),
    /** The member who said what became of an ambiguous one. */
    resolvedBy: text(),
    createdBy: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('delivery_post').on(t.workspaceId, t.postId),
    index('delivery_due').on(t.workspaceId, t.state, t.tryAt),
    index('delivery_slot').on(t.workspaceId, t.dueAt),
    // A variant goes out once, whatever is called: the database itself refuses a second live delivery.
    uniqueIndex('delivery_live').on(t.variantId).where(sql`state <> 'cancelled'`),
    index('delivery_channel').on(t.workspaceId, t.channelId),
    index('delivery_sent').on(t.workspaceId, t.sentAt, t.channelId),
  ],
)
