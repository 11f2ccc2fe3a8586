import { z } from 'zod'
import { approvalQuestion, questionsFor } from '../approval/question.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { may } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { readVersion } from '../version/take-version.ts'
import { cardPatchOf, isPartlySent, setDelivery, setVariantStage, toReaders } from './after-change.ts'
import { mayMove } from './delivery.rules.ts'
import { deliveryToChange } from './live.ts'
import { wakeAt } from './plan-slot.ts'
import { isConnected, readiness } from './ready.ts'
import { refuseTiming } from './schedule-post.ts'
import { timingProblem } from './timing.rules.ts'

/**
 * Sends again, now, what failed, was held or expired; a thread that is half out goes on where it stopped. Everything is
 * checked as at a slot. It is publishing (post.nowNeedsPublish), unless it would try again by itself; who only schedules
 * chooses a time ahead. Problems: delivery.notWaiting, delivery.paused, delivery.notApproved, delivery.notConnected.
 */
export const retryDelivery = verb({
  name: 'delivery.retry',
  permission: 'post:schedule',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const { row, loaded } = await deliveryToChange(tx, id, 'post:schedule')
      const one = loaded.variants.find((it) => it.row.id === row.variantId)
      if (!one) throw notFound()
      if (row.state === 'ambiguous') throw new Problem('delivery.resolveFirst', { status: 409 })
      if (row.state === 'planned' ? row.reason === null : !mayMove(row.state, 'planned'))
        throw new Problem('delivery.notWaiting', { status: 409 })
      const mayPublish = may(ctx.grants, 'post:publish', loaded.row.teamId)
      if (row.state !== 'planned')
        refuseTiming(timingProblem(tx.now, tx.now, { confirmed: true, mayPublish }))
      const kept = isPartlySent(row)
        ? await readVersion(tx.db, ctx.workspaceId, row.variantId, row.versionHash)
        : null
      const place = { teamId: loaded.row.teamId, flow: one.channel.flow }
      const question = kept
        ? await approvalQuestion(tx.db, one.row, place, row.versionHash)
        : (await questionsFor(tx.db, ctx.workspaceId, loaded)).get(row.variantId)
      if (!question) throw notFound()
      const content = kept?.content ?? one.content
      const ready = await readiness(
        tx.db,
        loaded.row,
        { channelId: row.channelId, content, question },
        tx.now,
      )
      const params = { channel: one.channel.name }
      if ('refuse' in ready.approval) throw new Problem('delivery.notApproved', { params })
      if (ready.pauses) throw new Problem('delivery.paused', { status: 409 })
      if (!isConnected(ready)) throw new Problem('delivery.notConnected', { params })
      const again = { state: 'planned' as const, tryAt: tx.now, failures: 0, reason: null, detail: null }
      await setDelivery(tx, id, again)
      await setVariantStage(tx, row.variantId, 'scheduled')
      await wakeAt(tx, id, tx.now)
      const { id: postId, title } = loaded.row
      const set = await cardPatchOf(tx, loaded.row)
      const data = { id: postId, title, set, deliveryId: id, channelId: row.channelId }
      emit(tx, 'delivery.retried', data, toReaders(loaded.row))
      return { id }
    })
  },
})
