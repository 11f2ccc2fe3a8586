import { type CanvasRow, loadCanvas } from '../canvas/load-canvas.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { EventData } from '../event/catalogue.ts'
import { may } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { type LoadedPost, loadWithVariants, settlePost } from '../post/post-with-variants.ts'

/** What a discussion hangs on: a post, or an object of a canvas. */
export type Place =
  | { post: LoadedPost; canvas: null; teamId: string }
  | { post: null; canvas: CanvasRow; objectId: string; teamId: string }

/** The post to comment on; published ones too. Refuses whom its team does not let comment. */
export async function onPost(tx: Tx, postId: string): Promise<Place & { canvas: null }> {
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  if (!loaded || !may(tx.ctx.grants, 'post:read', loaded.row.teamId)) throw notFound()
  permit(tx.ctx, 'comment:write', loaded.row.teamId)
  return { post: loaded, canvas: null, teamId: loaded.row.teamId }
}

/**
 * The canvas whose object is to be commented on; whether that still stands there only its room knows. To whoever may
 * not read the canvas it is not there; who may read but not comment is refused.
 */
export async function onCanvas(tx: Tx, canvasId: string, objectId: string): Promise<Place & { post: null }> {
  const canvas = await loadCanvas(tx.ctx, tx.db, canvasId, 'canvas:read')
  permit(tx.ctx, 'comment:write', canvas.teamId)
  return { post: null, canvas, objectId, teamId: canvas.teamId }
}

const TYPES = {
  started: ['comment.started', 'canvas.commented'],
  replied: ['comment.replied', 'canvas.replied'],
  edited: ['comment.edited', 'canvas.commentEdited'],
  deleted: ['comment.deleted', 'canvas.commentDeleted'],
  resolved: ['thread.resolved', 'canvas.threadResolved'],
  reopened: ['thread.reopened', 'canvas.threadReopened'],
} as const
type What = keyof typeof TYPES

/** What an event about a discussion says besides where it hangs. */
export type More<W extends What> = Omit<EventData<(typeof TYPES)[W][1]>, 'id' | 'name' | 'objectId'>

/** Says what happened in a thread; on a post with its card's count of open ones. Never touches a stage. */
export async function emitTalk<W extends What>(
  tx: Tx,
  what: W,
  place: Place,
  more: More<W> & { quote?: string | null },
): Promise<void> {
  const { teamId } = place
  if (place.canvas) {
    const { quote: _, ...rest } = more
    const { id, name } = place.canvas
    const data = { id, name, objectId: place.objectId, ...rest } as unknown as EventData<'canvas.commented'>
    const type = TYPES[what][1] as 'canvas.commented'
    emit(tx, type, data, { subjectId: id, audience: { permission: 'canvas:read', teamId } })
    return
  }
  const { row } = place.post
  const { openThreads } = await settlePost(tx, row.id, { touch: false })
  const data = { id: row.id, title: row.title, set: { openThreads }, ...more }
  const type = TYPES[what][0] as 'comment.started'
  emit(tx, type, data as unknown as EventData<'comment.started'>, {
    subjectId: row.id,
    audience: { permission: 'comment:read', teamId },
  })
}
