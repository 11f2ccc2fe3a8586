import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { comment, thread } from '#db/schema.ts'
import { loadCanvas } from '../canvas/load-canvas.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { type ObjectAnchor, objectAnchor } from './canvas-thread.rules.ts'
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
export interface TalkView {
  id: string
  resolvedAt: number | null
  resolvedBy: string | null
  createdAt: number
  comments: CommentView[]
}
/** A discussion on a post. */
export interface ThreadView extends TalkView {
  anchor: StoredAnchor | null
}
/** A discussion on an object of a canvas, which may have been removed since. */
export interface CanvasThreadView extends TalkView {
  objectId: string
  about: ObjectAnchor | null
}

/** The discussions on a post, oldest first. A thread whose comments are all deleted is left out. */
export async function readThreads(db: Db, workspaceId: string, postId: string): Promise<ThreadView[]> {
  const read = await readTalk(db, workspaceId, eq(thread.postId, postId))
  return read.map(({ row, talk }) => ({ ...talk, anchor: row.anchor as StoredAnchor | null }))
}

/** The discussions on the objects of a canvas, as `readThreads`. Throws `request.notFound` or `request.forbidden`. */
export async function readCanvasThreads(ctx: Ctx, canvasId: string): Promise<CanvasThreadView[]> {
  const { teamId } = await loadCanvas(ctx, ctx.store.read, canvasId, 'canvas:read', { archived: true })
  permit(ctx, 'comment:read', teamId)
  const read = await readTalk(ctx.store.read, ctx.workspaceId, eq(thread.canvasId, canvasId))
  return read.map(({ row, talk }) => ({
    ...talk,
    objectId: row.objectId ?? '',
    about: objectAnchor.safeParse(row.anchor).data ?? null,
  }))
}

async function readTalk(
  db: Db,
  workspaceId: string,
  where: SQL,
): Promise<{ row: typeof thread.$inferSelect; talk: TalkView }[]> {
  const threads = await db
    .select()
    .from(thread)
    .where(and(eq(thread.workspaceId, workspaceId), where))
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
          db
            .select({ id: thread.id })
            .from(thread)
            .where(and(eq(thread.workspaceId, workspaceId), where)),
        ),
      ),
    )
    .orderBy(asc(comment.at), asc(comment.id))
  const byThread = Map.groupBy(comments, (one) => one.threadId)
  return threads
    .map((row) => ({ row, talk: talkOf(row, byThread.get(row.id) ?? []) }))
    .filter(({ talk }) => talk.comments.some((it) => !it.deleted))
}

const talkOf = (
  { id, resolvedAt, resolvedBy, createdAt }: typeof thread.$inferSelect,
  comments: (typeof comment.$inferSelect)[],
): TalkView => ({
  id,
  resolvedAt,
  resolvedBy,
  createdAt,
  comments: comments.map(({ id, memberId, author, body, at, editedAt, deletedAt }) => ({
    id,
    memberId,
    author,
    body,
    at,
    editedAt,
    deleted: deletedAt !== null,
  })),
})
