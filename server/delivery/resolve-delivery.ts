import { z } from 'zod'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'
import { cardPatchOf, isPartlySent, setDelivery, setVariantStage, toReaders } from './after-change.ts'
import { deliveryToChange } from './live.ts'
import { wakeAt } from './plan-slot.ts'
import { refuseTiming } from './schedule-post.ts'
import { timingProblem } from './timing.rules.ts'
import { unplanVariants } from './unplan-variant.ts'

/**
 * A person has looked at the network and says what became of an ambiguous delivery: it is there, it is not, or it is
 * not and shall be sent again (with the keys it had, so that a network that knows them still does not double it), which
 * is for those who may publish.
 */
export const resolveDelivery = verb({
  name: 'delivery.resolve',
  permission: 'post:schedule',
  input: z.object({ id: z.string(), outcome: z.enum(['sent', 'not_sent', 'send_again']) }),
  run(ctx, { id, outcome }) {
    return transact(ctx, async (tx) => {
      const { row, loaded } = await deliveryToChange(tx, id, 'post:schedule')
      if (row.state !== 'ambiguous') throw new Problem('delivery.notAmbiguous', { status: 409 })
      const resolvedBy = ctx.memberId
      if (outcome === 'sent') {
        await setDelivery(tx, id, {
          state: 'sent',
          sentAt: row.tryAt,
          reason: null,
          detail: null,
          resolvedBy,
        })
        await setVariantStage(tx, row.variantId, 'published')
      } else if (outcome === 'not_sent') {
        await setDelivery(tx, id, { state: 'cancelled', resolvedBy })
        // Half of a thread is out all the same: what is there must not go out a second time.
        if (isPartlySent(row)) await setVariantStage(tx, row.variantId, 'published')
        else await unplanVariants(tx, loaded, new Set([row.variantId]))
      } else {
        const mayPublish = may(ctx.grants, 'post:publish', loaded.row.teamId)
        refuseTiming(timingProblem(tx.now, tx.now, { confirmed: true, mayPublish }))
        const again = { state: 'planned' as const, tryAt: tx.now, failures: 0, reason: null, detail: null }
        await setDelivery(tx, id, { ...again, resolvedBy })
        await wakeAt(tx, id, tx.now)
      }
      const { id: postId, title } = loaded.row
      const set = await cardPatchOf(tx, loaded.row)
      const data = { id: postId, title, set, deliveryId: id, channelId: row.channelId, outcome }
      emit(tx, 'delivery.resolved', data, toReaders(loaded.row))
      return { id }
    })
  },
})
