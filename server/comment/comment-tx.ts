import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { comment, thread } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { readPeople } from '../member/people.reads.ts'
import { may } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { cannotSee } from './comment.rules.ts'
import { onCanvas, onPost, type Place } from './comment-place.ts'

export async function threadToChange(tx: Tx, threadId: string) {
  const [row] = await tx.db
    .select()
    .from(thread)
    .where(and(eq(thread.workspaceId, tx.ctx.workspaceId), eq(thread.id, threadId)))
  if (!row) throw notFound()
  if (row.postId !== null) return { row, place: await onPost(tx, row.postId) }
  if (row.canvasId !== null && row.objectId !== null)
    return { row, place: await onCanvas(tx, row.canvasId, row.objectId) }
  throw notFound()
}

/** A comment of the actor's own, not deleted. Others' are refused with `comment.notYours`. */
export async function ownComment(tx: Tx, commentId: string) {
  const [row] = await tx.db
    .select()
    .from(comment)
    .where(and(eq(comment.workspaceId, tx.ctx.workspaceId), eq(comment.id, commentId)))
  if (!row || row.deletedAt !== null) throw notFound()
  // Whether one may see it comes first: another team's comment is not there for those who may not read it.
  const place = await threadToChange(tx, row.threadId)
  // What somebody said elsewhere is nobody's here to reword.
  if (row.memberId !== tx.ctx.memberId || row.author !== null)
    throw new Problem('comment.notYours', { status: 403 })
  return { comment: row, ...place }
}

/** Refuses to mention people who could not open what they are called to, and names the first. */
export async function checkMentions(tx: Tx, place: Place, mentionIds: string[]): Promise<void> {
  if (!mentionIds.length) return
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  const sees = (id: string) => {
    const grants = people.find((one) => one.id === id)?.grants
    if (!grants || !may(grants, 'comment:read', place.teamId)) return false
    return place.canvas === null || may(grants, 'canvas:read', place.teamId)
  }
  const [first] = cannotSee(mentionIds, sees)
  if (first === undefined) return
  const name = people.find((one) => one.id === first)?.name
  if (name === undefined) throw notFound()
  throw new Problem('comment.mentionCannotSee', { field: 'mentionIds', params: { name } })
}

interface First {
  threadId: string
  body: string
  mentionIds: string[]
  memberId: string
}

/** The first comment of a new thread; gives its id. */
export async function sayFirst(tx: Tx, said: First): Promise<string> {
  const id = newId()
  await tx.db.insert(comment).values({ id, workspaceId: tx.ctx.workspaceId, ...said, at: tx.now })
  return id
}

/** Whether a thread with this id is there already, in that very place: the answer to the first try was lost. */
export async function threadIsKnown(
  tx: Tx,
  id: string,
  on: { postId: string } | { canvasId: string },
): Promise<boolean> {
  const there = 'postId' in on ? eq(thread.postId, on.postId) : eq(thread.canvasId, on.canvasId)
  const [known] = await tx.db
    .select({ id: thread.id })
    .from(thread)
    .where(and(eq(thread.workspaceId, tx.ctx.workspaceId), eq(thread.id, id), there))
  return known !== undefined
}
