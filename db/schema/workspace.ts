import { big, bool, id, instant, table, text } from '../columns.ts'

/** One company. `seq` is the head of its event log and the lock every transaction of the workspace takes first. */
export const workspace = table('workspace', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  zone: text().notNull(),
  locale: text<'en' | 'ko'>().notNull(),
  demo: bool().notNull().default(false),
  /**
   * The address at which somebody who manages the workspace last used it: for links in mail while BASE_URL is not set.
   */
  origin: text(),
  seq: big().notNull().default(0),
  createdAt: instant().notNull(),
})
