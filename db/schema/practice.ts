import { big, id, index, instant, json, primaryKey, table, text, uniqueIndex } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'

/** An account of the practice network: a channel's own, or somebody of its audience whom members play. */
export const practiceAccount = table(
  'practice_account',
  {
    id: id(),
    workspaceId: inWorkspace(),
    kind: text<'channel' | 'persona'>().notNull(),
    handle: text().notNull(),
    name: text().notNull(),
    language: text().notNull(),
    /** Counts what happened on a channel's page; the order in which it is ingested. */
    head: big().notNull().default(0),
    /** Followers nobody plays, in a demo. */
    crowd: json<{ followers?: number }>(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('practice_account_handle').on(t.workspaceId, t.handle)],
)

/** Something said on the page of a practice channel. */
export const practiceEntry = table(
  'practice_entry',
  {
    id: id(),
    workspaceId: inWorkspace(),
    /** The channel's account whose page it is on. */
    pageId: text()
      .notNull()
      .references(() => practiceAccount.id),
    authorId: text()
      .notNull()
      .references(() => practiceAccount.id),
    kind: text<'post' | 'reply' | 'mention' | 'direct'>().notNull(),
    /** The first entry of its thread, or the persona of a direct conversation. */
    threadId: text().notNull(),
    parentId: text(),
    text: text().notNull(),
    media: json<{ id: string; mime: string; alt: string }[]>().notNull(),
    language: text().notNull(),
    /** Idempotency: the same key on the same page is the same entry. */
    key: text().notNull(),
    /** Its place in what happened on the page. */
    n: big().notNull(),
    /** The place of the last like or answer it got. */
    touched: big().notNull(),
    at: instant().notNull(),
    /** Counts of an audience nobody plays, in a demo; what members play is added to them. */
    crowd: json<Record<string, number>>(),
  },
  (t) => [
    uniqueIndex('practice_entry_key').on(t.pageId, t.key),
    index('practice_entry_page').on(t.workspaceId, t.pageId, t.n),
    index('practice_entry_touched').on(t.workspaceId, t.pageId, t.touched),
    index('practice_entry_parent').on(t.workspaceId, t.parentId),
  ],
)

export const practiceLike = table(
  'practice_like',
  {
    workspaceId: inWorkspace(),
    entryId: text()
      .notNull()
      .references(() => practiceEntry.id),
    accountId: text()
      .notNull()
      .references(() => practiceAccount.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.accountId] })],
)
