import { id, index, instant, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { asset, post } from './post.ts'

/** Something kept beside a post for those who work on it: a file of the library, or a link. Never sent with the post. */
export const attachment = table(
  'attachment',
  {
    id: id(),
    workspaceId: inWorkspace(),
    postId: text()
      .notNull()
      .references(() => post.id),
    name: text().notNull(),
    /** The file; null: a link. */
    assetId: text().references(() => asset.id),
    /** An http or https address that is shown and never fetched; null: a file. */
    url: text(),
    createdBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('attachment_post').on(t.workspaceId, t.postId)],
)
