import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { bulkAct } from '#db/schema.ts'
import { withdrawPost } from '../approval/withdraw-post.ts'
import { refuseLocked } from '../bond/refuse-locked.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { labelsOf } from '../label/resolve-labels.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { archivePost, restorePost } from '../post/archive-post.ts'
import { changeCard } from '../post/change-card.ts'
import { changePost } from '../post/change-post.ts'
import { loadPost } from '../post/load-post.ts'
import { movePost } from '../post/move-post.ts'
import { type BulkAnswer, type BulkChange, type BulkFacts, untouched } from './bulk.rules.ts'
import { eachPost } from './each-post.ts'

/**
 * Puts back exactly what one's own act on many posts changed. A post of which somebody has changed that since stays as
 * it is, and is named (bulk.changedSince). Problem: request.notFound when it is undone already or too old.
 */
export const undoBulk = verb({
  name: 'post.undoBulk',
  permission: 'post:write',
  input: z.object({ bulkId: z.string() }),
  run(ctx, { bulkId }): Promise<BulkAnswer> {
    return transact(ctx, async (tx) => {
      const mine = and(
        eq(bulkAct.workspaceId, ctx.workspaceId),
        eq(bulkAct.id, bulkId),
        eq(bulkAct.memberId, ctx.memberId ?? ''),
        isNull(bulkAct.undoneAt),
      )
      const [row] = await tx.db.select().from(bulkAct).where(mine)
      if (!row) throw notFound()
      const ids = row.changes.map((one) => one.id)
      const known = new Map(row.changes.map((one) => [one.id, one]))
      const { changes, refused } = ids.length
        ? await eachPost(tx, ids, (inside, id, now) => putBack(inside, tx, known.get(id), now))
        : { changes: [], refused: [] }
      await tx.db.update(bulkAct).set({ undoneAt: tx.now }).where(mine)
      return { undoId: null, done: changes.map((one) => one.id), refused }
    })
  },
})

async function putBack(ctx: Ctx, tx: Tx, change: BulkChange | undefined, now: BulkFacts): Promise<void> {
  if (!change) return
  const { id, before } = change
  if (!untouched(change, now)) throw new Problem('bulk.changedSince', { status: 409 })
  if (before.archived !== undefined) await (before.archived ? archivePost : restorePost)(ctx, { id })
  if (before.stage !== undefined || before.workingId !== undefined) await moveBack(ctx, id, before, now)
  else if (before.rank !== undefined) await reorder(ctx, id, before.rank, now)
  const { assigneeId, campaignId, channelIds, labels } = before
  if (assigneeId !== undefined || campaignId !== undefined || channelIds !== undefined)
    await changePost(ctx, { id, assigneeId, campaignId, channelIds })
  if (labels) await setLabels(tx, id, labels)
  if (before.dueAt !== undefined)
    await changeCard(tx, await loadPost(tx, id), 'post.changed', { dueAt: before.dueAt })
}

/** Only what leads to review and back can be taken back unasked: a slot or an approval once given up is given anew. */
async function moveBack(ctx: Ctx, id: string, before: Partial<BulkFacts>, now: BulkFacts): Promise<void> {
  const { stage = now.stage, rank = now.rank, workingId = now.workingId } = before
  if (stage !== 'idea' && stage !== 'draft') throw new Problem('bulk.notTakenBack', { status: 409 })
  const from = { stage: now.stage, rank: now.rank }
  const to = { stage, rank, workingId }
  // It stood there before, so a limit is no reason to keep it away.
  const answer = await movePost(ctx, { id, from, to, confirmed: true })
  if ('moved' in answer) return
  if (answer.do.verb !== 'post.withdraw') throw new Problem('bulk.notTakenBack', { status: 409 })
  await withdrawPost(ctx, { postId: id, to: stage })
}

/** To where it stood in the same column. */
async function reorder(ctx: Ctx, id: string, rank: string, { stage, rank: was }: BulkFacts): Promise<void> {
  await movePost(ctx, { id, from: { stage, rank: was }, to: { stage, rank } })
}

/** Labels that have gone from the workspace meanwhile stay away. */
async function setLabels(tx: Tx, id: string, labels: string[]): Promise<void> {
  const known = new Set((await labelsOf(tx.db, tx.ctx.workspaceId)).map((one) => one.id))
  const kept = labels.filter((one) => known.has(one))
  // HQ may have locked them meanwhile, as they are now.
  await refuseLocked(tx, id, ['labels'])
  await changeCard(tx, await loadPost(tx, id), 'post.changed', { labels: kept })
}
