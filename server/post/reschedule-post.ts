import { z } from 'zod'
import { refuseLocked } from '../bond/refuse-locked.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cardPatchOf } from '../delivery/after-change.ts'
import { hasSlot } from '../delivery/live.ts'
import { movable, movePlanned } from '../delivery/move-planned.ts'
import { refuseTiming } from '../delivery/schedule-post.ts'
import { timingProblem } from '../delivery/timing.rules.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'
import type { Resolved } from '../time/send-time.rules.ts'
import { changeCard } from './change-card.ts'
import { loadPost } from './load-post.ts'
import { movedMeanwhile } from './moved-meanwhile.ts'
import { target, targetTime } from './target-time.ts'

export const reschedulePostInput = z.object({
  id: z.string(),
  /** The send time it had when it was taken. */
  from: z.object({ sendLocal: z.string().nullable(), sendZone: z.string().nullable() }),
  /** Null: off the calendar. */
  to: target,
  /** The person has been asked about a time that is past or near. */
  confirmed: z.boolean().default(false),
})

/** `notice`: the clocks change at that hour, and `local` is the minute that was taken instead. */
export type Rescheduled = { sendLocal: string | null; notice: Resolved['notice'] }

/**
 * Gives a post another send time; what is planned to be sent moves along. Problems: post.movedMeanwhile (409),
 * post.published, post.timePast and post.timeSoon (ask, then send `confirmed`), post.nowNeedsPublish (it would go out at
 * once), post.scheduledNeedsTime, delivery.inProgress.
 */
export const reschedulePost = verb({
  name: 'post.reschedule',
  permission: 'post:write',
  input: reschedulePostInput,
  run: (ctx, input): Promise<Rescheduled> => transact(ctx, (tx) => retimePost(tx, input)),
})

/** The same inside a transaction; `byHq`: HQ itself changes what it has locked. */
export async function retimePost(
  tx: Tx,
  { id, from, to, confirmed }: z.output<typeof reschedulePostInput>,
  { byHq = false } = {},
): Promise<Rescheduled> {
  const { ctx } = tx
  const row = await loadPost(tx, id)
  if (row.stage === 'published') throw new Problem('post.published')
  const wanted = to && targetTime(to, row.sendLocal, row.sendZone, ctx.zone)
  if (row.sendAt === (wanted?.at ?? null) && row.sendZone === (wanted?.zone ?? null))
    return { sendLocal: row.sendLocal, notice: null }
  if (row.sendLocal !== from.sendLocal || row.sendZone !== from.sendZone)
    throw await movedMeanwhile(tx, id, ['sendLocal', 'sendZone'], {
      sendLocal: row.sendLocal,
      sendZone: row.sendZone,
    })
  if (!byHq) await refuseLocked(tx, id, ['time'])
  const planned = row.stage === 'scheduled' || (await hasSlot(tx, id))
  if (planned) await loadPost(tx, id, 'post:schedule')
  if (planned && !wanted) throw new Problem('post.scheduledNeedsTime')
  if (wanted) {
    const sends = (await movable(tx, id)).size > 0
    if (sends) await loadPost(tx, id, 'post:schedule')
    const mayPublish = !sends || may(ctx.grants, 'post:publish', row.teamId)
    refuseTiming(timingProblem(wanted.at, tx.now, { confirmed, mayPublish }))
  }
  if (wanted) await movePlanned(tx, id, wanted.at)
  const time = {
    sendLocal: wanted?.local ?? null,
    sendZone: wanted?.zone ?? null,
    sendAt: wanted?.at ?? null,
  }
  // What missed its slot and got another one is no trouble any more.
  await changeCard(tx, row, 'post.rescheduled', time, wanted ? await cardPatchOf(tx, row) : {})
  return { sendLocal: wanted?.local ?? null, notice: wanted?.notice ?? null }
}
