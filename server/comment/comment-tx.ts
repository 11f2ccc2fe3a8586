import { and, eq } from 'drizzle-orm'
import { comment, thread } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { EventData } from '../event/catalogue.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { may } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { type LoadedPost, loadWithVariants, settlePost } from '../post/post-with-variants.ts'
import { cannotSee } from './comment.rules.ts'

/** The post to comment on; published ones too. Refuses whom its team does not let comment. */
export async function postToComment(tx: Tx, postId: string): Promise<LoadedPost> {
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  if (!loaded || !may(tx.ctx.grants, 'post:read', loaded.row.teamId)) throw notFound()
  permit(tx.ctx, 'comment:write', loaded.row.teamId)
  return loaded
}

export async function threadToChange(tx: Tx, threadId: string) {
  const [row] = await tx.db
    .select()
    .from(thread)
    .where(and(eq(thread.workspaceId, tx.ctx.workspaceId), eq(thread.id, threadId)))
  if (!row) throw notFound()
  return { row, loaded: await postToComment(tx, row.postId) }
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
export async function checkMentions(tx: Tx, { row }: LoadedPost, mentionIds: string[]): Promise<void> {
  if (!mentionIds.length) return
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  const readers = new Set(whoMay(people, 'comment:read', row.teamId).map((one) => one.id))
  const [first] = cannotSee(mentionIds, (id) => readers.has(id))
  if (first === undefined) return
  const name = people.find((one) => one.id === first)?.name
  if (name === undefined) throw notFound()
  throw new Problem('comment.mentionCannotSee', { field: 'mentionIds', params: { name } })
}

type CommentEvent = Extract<
  keyof typeof import('./comment.events.ts').commentEvents,
  `comment.${string}` | `thread.${string}`
>

/** Says what happened in a thread, with the card's count of open ones. Never touches a stage. */
export async function emitComment<T extends CommentEvent>(
  tx: Tx,
  type: T,
  { row }: LoadedPost,
  more: Omit<EventData<T>, 'id' | 'title' | 'set'>,
): Promise<void> {
  const { openThreads } = await settlePost(tx, row.id, { touch: false })
  const data = { id: row.id, title: row.title, set: { openThreads }, ...more } as unknown as EventData<T>
  emit(tx, type, data, { subjectId: row.id, audience: { permission: 'comment:read', teamId: row.teamId } })
}
