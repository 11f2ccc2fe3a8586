import { z } from 'zod'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { withdraw } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import { cardPatchOf, isPartlySent, setDelivery, setVariantStage, toReaders } from './after-change.ts'
import { mayMove } from './delivery.rules.ts'
import { deliveryToChange } from './live.ts'
import { sendDelivery } from './send-delivery.job.ts'
import { unplanVariants } from './unplan-variant.ts'

/**
 * Gives one slot up: it is not sent, and the ledger keeps why. A thread that is half out stays as it is and counts as
 * published, so that its first part can never go out twice.
 */
export const dropDelivery = verb({
  name: 'delivery.drop',
  permission: 'post:schedule',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const { row, loaded } = await deliveryToChange(tx, id, 'post:schedule')
      if (row.state === 'sending' || row.state === 'preparing')
        throw new Problem('delivery.inProgress', { status: 409 })
      if (row.state === 'ambiguous') throw new Problem('delivery.resolveFirst', { status: 409 })
      if (!mayMove(row.state, 'cancelled')) throw new Problem('delivery.notWaiting', { status: 409 })
      await withdraw(tx, sendDelivery, id)
      await setDelivery(tx, id, { state: 'cancelled', reason: row.reason ?? 'delivery.cancelled' })
      if (isPartlySent(row)) await setVariantStage(tx, row.variantId, 'published')
      else await unplanVariants(tx, loaded, new Set([row.variantId]))
      const { id: postId, title } = loaded.row
      const set = await cardPatchOf(tx, loaded.row)
      const data = { id: postId, title, set, deliveryId: id, channelId: row.channelId }
      emit(tx, 'delivery.dropped', data, toReaders(loaded.row))
      return { id }
    })
  },
})
