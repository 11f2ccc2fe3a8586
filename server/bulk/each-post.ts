import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { inSavepoint } from '#db/savepoint.ts'
import { post, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import { asProblem, notFound } from '../platform/problem.ts'
import { type BulkChange, type BulkFacts, type BulkRefusal, changeOf } from './bulk.rules.ts'

/**
 * Does one act after the other within one transaction, each in a part of its own: of a refused one nothing stays, the
 * others do. What is not there, or may not be read, is refused without a title; when that is all, the whole act is.
 */
export async function eachPost(
  tx: Tx,
  ids: readonly string[],
  act: (ctx: Ctx, id: string, now: BulkFacts) => Promise<unknown>,
): Promise<{ changes: BulkChange[]; refused: BulkRefusal[] }> {
  const inside: Ctx = { ...tx.ctx, within: tx }
  const before = await factsOf(tx, ids)
  if (!before.size) throw notFound()
  const refused: BulkRefusal[] = []
  const order = [...new Set(ids)]
  for (const id of order) {
    const known = before.get(id)
    const emitted = tx.pending.length
    try {
      if (!known) throw notFound()
      await inSavepoint(tx.db, () => act(inside, id, known.facts))
    } catch (error) {
      const problem = asProblem(error)
      if (!problem || problem.status >= 500) throw error
      tx.pending.length = emitted
      refused.push({ id, title: known?.title ?? '', code: problem.code, params: problem.params ?? {} })
    }
  }
  const after = await factsOf(tx, order)
  const changes = order.flatMap((id) => {
    const [was, is] = [before.get(id)?.facts, after.get(id)?.facts]
    return (was && is && changeOf(id, was, is)) ?? []
  })
  return { changes, refused }
}

/** The posts the actor may read, archived ones too. */
async function factsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { title: string; facts: BulkFacts }>> {
  const rows = await tx.db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), inArray(post.id, [...ids])))
  const open = rows.filter((row) => may(tx.ctx.grants, 'post:read', row.teamId))
  const going = await tx.db
    .select({ postId: variant.postId, channelId: variant.channelId })
    .from(variant)
    .where(
      and(
        eq(variant.workspaceId, tx.ctx.workspaceId),
        inArray(variant.postId, [...ids]),
        isNull(variant.removedAt),
      ),
    )
    .orderBy(asc(variant.channelId))
  const channels = Map.groupBy(going, (one) => one.postId)
  return new Map(
    open.map(({ id, title, archivedAt, ...row }) => {
      const { assigneeId, campaignId, dueAt, labels, stage, workingId, rank } = row
      const archived = archivedAt !== null
      const channelIds = (channels.get(id) ?? []).map((one) => one.channelId)
      return [
        id,
        {
          title,
          facts: { assigneeId, campaignId, channelIds, dueAt, labels, stage, workingId, rank, archived },
        },
      ]
    }),
  )
}
