import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#db/schema.ts'
import { questionsFor } from '../approval/question.ts'
import { refuseLocked } from '../bond/refuse-locked.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'
import { type LoadedPost, type LoadedVariant, postToChange } from '../post/post-with-variants.ts'
import { nextStage } from '../post/stage.rules.ts'
import { localMinute, type Resolved, resolveSendTime, sendTimeAt, zone } from '../time/send-time.rules.ts'
import { snapshot } from '../version/snapshot.ts'
import { cardPatchOf, setVariantStage, toReaders } from './after-change.ts'
import { liveDeliveries } from './live.ts'
import { planSlot } from './plan-slot.ts'
import { isConnected, readiness } from './ready.ts'
import { type TimingProblem, timingProblem } from './timing.rules.ts'

export interface Scheduled {
  /** The post's slot, epoch ms, and what a clock change made of the time that was asked for. */
  sendAt: number
  notice: Resolved['notice']
  deliveryIds: string[]
}

/**
 * Plans a post on all its channels: each has its approval for the content as it is, keeps to the network's rules, and
 * is connected. Problems: post.missing.*, stage.*, approval refusals, delivery.unfit, channel.disconnected,
 * post.timePast and post.timeSoon (409: ask, then send `confirmed`), post.nowNeedsPublish (403: a time that has passed
 * sends at once), delivery.inProgress and its kin.
 */
export const schedulePost = verb({
  name: 'post.schedule',
  permission: 'post:schedule',
  input: z.object({
    id: z.string(),
    /** Without it the post's own send time counts. */
    at: z.object({ local: localMinute, zone }).optional(),
    confirmed: z.boolean().default(false),
  }),
  run(ctx, { id, at, confirmed }): Promise<Scheduled> {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, id, 'post:schedule')
      const wanted = at ?? ownTime(loaded)
      if (!wanted) throw new Problem('post.missing.sendTime', { field: 'at' })
      const when = resolveSendTime(wanted.local, wanted.zone)
      return plan(tx, loaded, when, confirmed)
    })
  },
})

/** Sends a post now, on all its channels, under the same conditions. */
export const publishPostNow = verb({
  name: 'post.publish-now',
  permission: 'post:publish',
  input: z.object({ id: z.string() }),
  run(ctx: Ctx, { id }): Promise<Scheduled> {
    return transact(ctx, async (tx) => {
      const loaded = await postToChange(tx, id, 'post:publish')
      const when = { ...sendTimeAt(tx.now, loaded.row.sendZone ?? ctx.zone), notice: null }
      return plan(tx, loaded, when, true, true)
    })
  },
})

/** Throws what stands against a time, if anything: to be asked first (409) or not allowed (403). */
export function refuseTiming(problem: TimingProblem | null): void {
  if (problem) throw new Problem(problem, { status: problem === 'post.nowNeedsPublish' ? 403 : 409 })
}

const ownTime = ({ row }: LoadedPost) =>
  row.sendLocal && row.sendZone ? { local: row.sendLocal, zone: row.sendZone } : null

async function plan(
  tx: Tx,
  loaded: LoadedPost,
  when: Resolved,
  confirmed: boolean,
  now = false,
): Promise<Scheduled> {
  const { row } = loaded
  if (now || when.at !== row.sendAt || when.zone !== row.sendZone) await refuseLocked(tx, row.id, ['time'])
  const open = loaded.variants.filter((one) => one.row.stage !== 'published')
  if (!open.length) throw new Problem('post.missing.channel')
  if (!now) {
    const mayPublish = may(tx.ctx.grants, 'post:publish', row.teamId)
    refuseTiming(timingProblem(when.at, tx.now, { confirmed, mayPublish }))
    for (const { row: own } of open)
      refuseTiming(timingProblem(own.sendAt ?? when.at, tx.now, { confirmed, mayPublish }))
  }
  const live = await liveDeliveries(tx, row.id)
  const questions = await questionsFor(tx.db, row.workspaceId, loaded)
  const slots: { deliveryId: string; channelId: string; dueAt: number }[] = []
  for (const one of open) {
    const asked = questions.get(one.row.id)
    if (!asked) throw new Error('a variant without its question')
    await check(tx, loaded, one, asked)
    await snapshot(tx, one, asked.authorIds)
    const at = now ? tx.now : (one.row.sendAt ?? when.at)
    const deliveryId = await planSlot(tx, live.get(one.row.id), {
      postId: row.id,
      variantId: one.row.id,
      channelId: one.channel.id,
      versionHash: one.hash,
      at,
    })
    await setVariantStage(tx, one.row.id, 'scheduled')
    slots.push({ deliveryId, channelId: one.channel.id, dueAt: at })
  }
  const time = { sendLocal: when.local, sendZone: when.zone, sendAt: when.at }
  await tx.db
    .update(post)
    .set(time)
    .where(and(eq(post.workspaceId, row.workspaceId), eq(post.id, row.id)))
  const set = { ...time, ...(await cardPatchOf(tx, row)) }
  emit(tx, 'post.scheduled', { id: row.id, title: row.title, set, slots }, toReaders(row))
  return { sendAt: when.at, notice: when.notice, deliveryIds: slots.map((slot) => slot.deliveryId) }
}

/** All that would keep it from going out at its slot, said now rather than then. A pause does not forbid planning. */
async function check(
  tx: Tx,
  { row }: LoadedPost,
  one: LoadedVariant,
  question: Parameters<typeof readiness>[2]['question'],
): Promise<void> {
  const { name } = one.channel
  const ready = await readiness(
    tx.db,
    row,
    { channelId: one.channel.id, content: one.content, question },
    tx.now,
  )
  const facts = { approval: one.channel.flow.mode, approved: ready.approved, planned: false }
  if (nextStage(one.row.stage, 'schedule', facts) === null)
    throw new Problem(one.row.stage === 'in_review' ? 'stage.approveFirst' : 'stage.submitFirst')
  if ('refuse' in ready.approval) throw new Problem('delivery.notApproved', { params: { channel: name } })
  if (!isConnected(ready)) throw new Problem('delivery.notConnected', { params: { channel: name } })
  if (ready.mediaMissing) throw new Problem('delivery.mediaMissing', { params: { channel: name } })
  const issue = ready.issues[0]
  if (issue?.code === 'empty') throw new Problem('post.missing.text')
  if (issue) {
    const code = issue.code === 'textTooLong' ? 'delivery.tooLong' : 'delivery.unfit'
    throw new Problem(code, { params: { ...issue.params, channel: name, issue: issue.code } })
  }
}
