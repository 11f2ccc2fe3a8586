import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { comment, thread } from '#db/schema.ts'
import type { StoredAnchor } from './carry-anchors.ts'

export interface CommentView {
  id: string
  memberId: string
  /** Who said it in another product; `memberId` only brought it along. */
  author: string | null
  body: string
  at: number
  editedAt: number | null
  deleted: boolean
}
export interface ThreadView {
  id: string
  anchor: StoredAnchor | null
  resolvedAt: number | null
  resolvedBy: string | null
  createdAt: number
  comments: CommentView[]
}

/** The discussions on a post, oldest first. A thread whose comments are all deleted is left out. */
export async function readThreads(db: Db, workspaceId: string, postId: string): Promise<ThreadView[]> {
  const threads = await db
    .select()
    .from(thread)
    .where(and(eq(thread.workspaceId, workspaceId), eq(thread.postId, postId)))
    .orderBy(asc(thread.createdAt), asc(thread.id))
  if (!threads.length) return []
  const comments = await db
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.workspaceId, workspaceId),
        inArray(
          comment.threadId,
          threads.map((one) => one.id),
        ),
      ),
    )
    .orderBy(asc(comment.at), asc(comment.id))
  const byThread = Map.groupBy(comments, (one) => one.threadId)
  return threads
    .map(({ id, anchor, resolvedAt, resolvedBy, createdAt }) => ({
      id,
      anchor: anchor as StoredAnchor | null,
      resolvedAt,
      resolvedBy,
      createdAt,
      comments: (byThread.get(id) ?? []).map(({ id, memberId, author, body, at, editedAt, deletedAt }) => ({
        id,
        memberId,
        author,
        body,
        at,
        editedAt,
        deleted: deletedAt !== null,
      })),
    }))
    .filter((one) => one.comments.some((it) => !it.deleted))
}
