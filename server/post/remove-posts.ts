import { and, eq, inArray, or } from 'drizzle-orm'
import {
  attachment,
  bond,
  checklist,
  checklistItem,
  comment,
  decision,
  delivery,
  externalRef,
  post,
  postEdit,
  thread,
  variant,
  version,
} from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'

interface Item {
  postId: string
  touchedAt: number
}

/**
 * Removes posts with all that hangs on them, for good, unless somebody has touched them since they were made: changed,
 * written in, commented, put up for review. Gives the ids of those that are gone.
 */
export async function removePosts(tx: Tx, items: readonly Item[]): Promise<Set<string>> {
  const ids = await untouched(tx, items)
  if (!ids.length) return new Set()
  const { workspaceId } = tx.ctx
  const inThreads = tx.db
    .select({ id: thread.id })
    .from(thread)
    .where(and(eq(thread.workspaceId, workspaceId), inArray(thread.postId, ids)))
  await tx.db
    .delete(comment)
    .where(and(eq(comment.workspaceId, workspaceId), inArray(comment.threadId, inThreads)))
  for (const table of [thread, checklistItem, checklist, attachment, variant, postEdit, externalRef])
    await tx.db.delete(table).where(and(eq(table.workspaceId, workspaceId), inArray(table.postId, ids)))
  await tx.db.delete(post).where(and(eq(post.workspaceId, workspaceId), inArray(post.id, ids)))
  return new Set(ids)
}

async function untouched(tx: Tx, items: readonly Item[]): Promise<string[]> {
  const { workspaceId } = tx.ctx
  const at = new Map(items.map((one) => [one.postId, one.touchedAt]))
  const rows = await tx.db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), inArray(post.id, [...at.keys()])))
  const same = rows
    .filter((row) => row.updatedAt === at.get(row.id) && row.revision === 0 && row.penMemberId === null)
    .map((row) => row.id)
  if (!same.length) return []
  const touched = new Set<string>()
  const note = (found: readonly { postId: string | null }[]) => {
    for (const { postId } of found) if (postId !== null) touched.add(postId)
  }
  for (const table of [decision, delivery])
    note(
      await tx.db
        .select({ postId: table.postId })
        .from(table)
        .where(and(eq(table.workspaceId, workspaceId), inArray(table.postId, same))),
    )
  // What HQ has given to regions, and what they got, is somebody's plan.
  const bonds = await tx.db
    .select({ parentId: bond.parentId, childId: bond.childId })
    .from(bond)
    .where(
      and(eq(bond.workspaceId, workspaceId), or(inArray(bond.parentId, same), inArray(bond.childId, same))),
    )
  note(bonds.flatMap(({ parentId, childId }) => [{ postId: parentId }, { postId: childId }]))
  note(
    await tx.db
      .select({ postId: variant.postId })
      .from(version)
      .innerJoin(variant, eq(variant.id, version.variantId))
      .where(and(eq(version.workspaceId, workspaceId), inArray(variant.postId, same))),
  )
  // Comments that came along with the import are not what people said about it here.
  const brought = await tx.db
    .select({ id: externalRef.ourId })
    .from(externalRef)
    .where(
      and(
        eq(externalRef.workspaceId, workspaceId),
        eq(externalRef.kind, 'comment'),
        inArray(externalRef.postId, same),
      ),
    )
  const ours = new Set(brought.map((one) => one.id))
  const said = await tx.db
    .select({ id: comment.id, postId: thread.postId })
    .from(comment)
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .where(and(eq(comment.workspaceId, workspaceId), inArray(thread.postId, same)))
  note(said.filter((one) => !ours.has(one.id)))
  return same.filter((id) => !touched.has(id))
}
