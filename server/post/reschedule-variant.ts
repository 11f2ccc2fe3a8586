import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { variant } from '#db/schema.ts'
import { refuseLocked } from '../bond/refuse-locked.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { cardPatchOf, toReaders } from '../delivery/after-change.ts'
import { liveDeliveries, SLOTTED } from '../delivery/live.ts'
import { movable, movePlanned } from '../delivery/move-planned.ts'
import { refuseTiming } from '../delivery/schedule-post.ts'
import { timingProblem } from '../delivery/timing.rules.ts'
import { may } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { localMinute, zone } from '../time/send-time.rules.ts'
import { movedMeanwhile } from './moved-meanwhile.ts'
import { type LoadedVariant, postToChange } from './post-with-variants.ts'
import type { Rescheduled } from './reschedule-post.ts'
import { target, targetTime } from './target-time.ts'

const input = z.object({
  postId: z.string(),
  channelIds: z.array(z.string()).min(1).max(50),
  /** The time of their own that they had when they were taken; null: they went with the post. */
  from: z.object({ sendLocal: localMinute.nullable(), sendZone: zone.nullable() }),
  /** Null: with the post again. */
  to: target,
  /** The person has been asked about a time that is past or near. */
  confirmed: z.boolean().default(false),
})

/**
 * Gives the variants of a post for some channels a send time of their own, or lets them go with the post again; what is
 * planned to be sent moves along. Problems: post.movedMeanwhile (409), post.published, post.timePast and post.timeSoon
 * (ask, then send `confirmed`), post.scheduledNeedsTime, delivery.inProgress.
 */
export const rescheduleVariant = verb({
  name: 'variant.reschedule',
  permission: 'post:write',
  input,
  run: (ctx, input): Promise<Rescheduled> => transact(ctx, (tx) => retimeVariants(tx, input)),
})

/** The same inside a transaction; `byHq`: HQ itself changes what it has locked. */
export async function retimeVariants(
  tx: Tx,
  { postId, channelIds, from, to, confirmed }: z.output<typeof input>,
  { byHq = false } = {},
): Promise<Rescheduled> {
  const { ctx } = tx
  const { row, variants } = await postToChange(tx, postId, 'post:write')
  const wanted = new Set(channelIds)
  const mine = variants.filter((one) => wanted.has(one.channel.id))
  if (mine.length < wanted.size) throw notFound()
  if (mine.some((one) => one.row.stage === 'published')) throw new Problem('post.published')
  const base = { local: from.sendLocal ?? row.sendLocal, zone: from.sendZone ?? row.sendZone }
  const time = to && targetTime(to, base.local, base.zone, ctx.zone)
  const set = {
    sendLocal: time?.local ?? null,
    sendZone: time?.zone ?? null,
    sendAt: time?.at ?? null,
  }
  const done = { sendLocal: set.sendLocal, notice: time?.notice ?? null }
  if (mine.every((one) => one.row.sendAt === set.sendAt && one.row.sendZone === set.sendZone)) return done
  if (mine.some(({ row: was }) => was.sendLocal !== from.sendLocal || was.sendZone !== from.sendZone))
    throw await movedMeanwhile(tx, postId, ['own'])
  if (!byHq) await refuseLocked(tx, postId, ['time'])
  const live = await liveDeliveries(tx, postId)
  const planned = mine.some(
    (one) => one.row.stage === 'scheduled' || SLOTTED.has(live.get(one.row.id)?.state ?? ''),
  )
  if (planned) permit(ctx, 'post:schedule', row.teamId)
  const at = set.sendAt ?? row.sendAt
  if (planned && at === null) throw new Problem('post.scheduledNeedsTime')
  const of = (one: LoadedVariant) => wanted.has(one.channel.id)
  const sends = (await movable(tx, postId, of)).size > 0
  if (sends) permit(ctx, 'post:schedule', row.teamId)
  if (at !== null && (time || planned || sends)) {
    const mayPublish = !(planned || sends) || may(ctx.grants, 'post:publish', row.teamId)
    refuseTiming(timingProblem(at, tx.now, { confirmed, mayPublish }))
  }
  if (at !== null) await movePlanned(tx, postId, at, of)
  await tx.db
    .update(variant)
    .set(set)
    .where(
      and(
        eq(variant.workspaceId, ctx.workspaceId),
        inArray(
          variant.id,
          mine.map((one) => one.row.id),
        ),
      ),
    )
  emit(
    tx,
    'variant.rescheduled',
    {
      id: postId,
      title: row.title,
      set: await cardPatchOf(tx, row),
      channels: mine.map((one) => one.channel.name).join(', '),
      ...set,
    },
    toReaders(row),
  )
  return done
}
