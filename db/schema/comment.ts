import { id, index, instant, json, table, text } from '../columns.ts'
import { canvas } from './canvas.ts'
import { inWorkspace } from './in-workspace.ts'
import { post } from './post.ts'

/** A discussion on a post or on an object of a canvas. */
export const thread = table(
  'thread',
  {
    id: id(),
    workspaceId: inWorkspace(),
    /** It hangs on a post, or on an object of a canvas. */
    postId: text().references(() => post.id),
    canvasId: text().references(() => canvas.id),
    /** On a canvas: the object's key in it, which may have been removed. */
    objectId: text(),
    /** Where on a post it hangs (server/comment/carry-anchors.ts), null = the whole; what an object was (canvas-thread.rules.ts). */
    anchor: json<unknown>(),
    resolvedAt: instant(),
    resolvedBy: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('thread_post').on(t.workspaceId, t.postId),
    index('thread_canvas').on(t.workspaceId, t.canvasId),
  ],
)

export const comment = table(
  'comment',
  {
    id: id(),
    workspaceId: inWorkspace(),
    threadId: text()
      .notNull()
      .references(() => thread.id),
    body: text().notNull(),
    mentionIds: json<string[]>().notNull(),
    memberId: text().notNull(),
    /** Who said it in another product, as that named them; `memberId` only brought it along. */
    author: text(),
    at: instant().notNull(),
    editedAt: instant(),
    deletedAt: instant(),
  },
  (t) => [index('comment_thread').on(t.workspaceId, t.threadId)],
)
