import { and, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { bulkAct } from '#db/schema.ts'
import { submitPost } from '../approval/submit-post.ts'
import { withdrawPost } from '../approval/withdraw-post.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { schedulePost } from '../delivery/schedule-post.ts'
import { unschedulePost } from '../delivery/unschedule-post.ts'
import { forbidden, Problem } from '../platform/problem.ts'
import { archivePost, restorePost } from '../post/archive-post.ts'
import { changePost } from '../post/change-post.ts'
import { channelsMoved } from '../post/channel-lane.rules.ts'
import { loadPost } from '../post/load-post.ts'
import { movePost } from '../post/move-post.ts'
import { rankAtEnd } from '../post/ranks-at-end.ts'
import { stagesOf } from '../stage/stages-of.ts'
import {
  type BulkAction,
  type BulkAnswer,
  type BulkChange,
  type BulkFacts,
  bulkAction,
  MAX_BULK,
  UNDO_MS,
} from './bulk.rules.ts'
import { eachPost } from './each-post.ts'

/**
 * Does one thing with many posts, in one transaction. Each is judged by the very act that changes one alone; what is
 * refused stays as it is and is named with its reason.
 */
export const bulkPosts = verb({
  name: 'post.bulk',
  permission: 'post:write',
  input: z.object({
    /** Made by the client: what it is undone by. */
    id: z.uuid().optional(),
    postIds: z.array(z.string()).min(1).max(MAX_BULK),
    action: bulkAction,
  }),
  run(ctx, { id = newId(), postIds, action }): Promise<BulkAnswer> {
    const { memberId } = ctx
    if (!memberId) throw forbidden('post:write')
    return transact(ctx, async (tx) => {
      const [before] = await tx.db
        .select({ changes: bulkAct.changes })
        .from(bulkAct)
        .where(
          and(eq(bulkAct.workspaceId, ctx.workspaceId), eq(bulkAct.id, id), eq(bulkAct.memberId, memberId)),
        )
      // A retry whose first answer was lost.
      if (before) return { undoId: id, done: before.changes.map((one) => one.id), refused: [] }
      const { changes, refused } = await eachPost(tx, postIds, (inside, postId, now) =>
        perform(inside, tx, postId, now, placed(action, postIds.indexOf(postId))),
      )
      if (changes.length) await keep(tx, { id, memberId, changes })
      return { undoId: changes.length ? id : null, done: changes.map((one) => one.id), refused }
    })
  },
})

type Move = Extract<BulkAction, { kind: 'move' }>
type Placed = Exclude<BulkAction, Move> | (Move & { rank?: string | undefined })

/** The act with the place of one of its posts. */
const placed = (action: BulkAction, at: number): Placed =>
  action.kind === 'move' ? { ...action, rank: action.ranks?.[at] } : action

function perform(ctx: Ctx, tx: Tx, id: string, now: BulkFacts, action: Placed): Promise<unknown> {
  if (action.kind === 'archive') return archivePost(ctx, { id })
  if (action.kind === 'restore') return restorePost(ctx, { id })
  if (action.kind === 'move') return move(ctx, tx, id, now, action)
  const { kind: _, addLabelIds = [], removeLabelIds = [], channel, ...facts } = action
  const labelled = addLabelIds.length > 0 || removeLabelIds.length > 0
  const labelIds = [...new Set([...now.labels, ...addLabelIds])].filter(
    (one) => !removeLabelIds.includes(one),
  )
  return changePost(ctx, { id, ...facts, ...(labelled ? { labelIds } : {}), ...channelsOf(now, channel) })
}

/** The whole list of a post's channels after it was taken from one to another, when it was. */
const channelsOf = (now: BulkFacts, channel?: { from: string | null; to: string | null }) =>
  channel ? { channelIds: channelsMoved(now.channelIds, channel.from, channel.to) } : {}

/**
 * Moves a post to a place in a stage, or to its end: by the act that a drop there means. What must be read or asked is
 * refused.
 */
async function move(
  ctx: Ctx,
  tx: Tx,
  id: string,
  now: BulkFacts,
  { stage, workingIds, confirmed, rank, above, below, set: asked }: Extract<Placed, { kind: 'move' }>,
): Promise<void> {
  const { channel, ...facts } = asked ?? {}
  const set = asked && { ...facts, ...channelsOf(now, channel) }
  const workingId = stage === 'draft' ? await workingFor(tx, id, workingIds) : null
  const there = now.stage === stage && (stage !== 'draft' || now.workingId === workingId)
  if (there && rank === undefined) return
  const from = { stage: now.stage, rank: now.rank }
  const to = { stage, workingId, rank: rank ?? (await rankAtEnd(tx)), above, below }
  const answer = await movePost(ctx, { id, from, to, set, confirmed })
  if ('moved' in answer) return
  // Past draft the lane's change does not come with the move.
  if (set) await changePost(ctx, { id, ...set })
  const wanted = answer.do
  if (wanted.verb === 'approval.decide') throw new Problem('bulk.decideAlone')
  if (wanted.verb === 'post.schedule' && wanted.ask) throw new Problem('post.missing.sendTime')
  if (wanted.verb === 'post.schedule') await schedulePost(ctx, { id, confirmed: false })
  if (wanted.verb === 'post.submit') await submitPost(ctx, { postId: id })
  if (wanted.verb === 'post.withdraw') {
    await withdrawPost(ctx, { postId: id, to: wanted.to })
    // It comes back to the working stage it had; where it shall stand is said now.
    const back = { id, from: { ...from, stage: wanted.to }, to: { ...to, stage: wanted.to } }
    await movePost(ctx, back)
  }
  if (wanted.verb === 'post.unschedule') await unschedulePost(ctx, { id })
}

/** The stage of a column that is the post's own team's; without one, the first is tried, which says why it cannot be. */
async function workingFor(tx: Tx, id: string, ids: readonly string[] = []): Promise<string | null> {
  if (!ids.length) return null
  const { teamId } = await loadPost(tx, id)
  const stages = await stagesOf(tx.db, tx.ctx.workspaceId)
  return stages.find((one) => one.teamId === teamId && ids.includes(one.id))?.id ?? ids[0] ?? null
}

/** Keeps what to undo; what is too old to be undone goes. */
async function keep(tx: Tx, one: { id: string; memberId: string; changes: BulkChange[] }): Promise<void> {
  const { workspaceId } = tx.ctx
  await tx.db
    .delete(bulkAct)
    .where(and(eq(bulkAct.workspaceId, workspaceId), lt(bulkAct.at, tx.now - UNDO_MS)))
  await tx.db.insert(bulkAct).values({ ...one, workspaceId, at: tx.now })
}
