import { z } from 'zod'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { movedMeanwhile } from './moved-meanwhile.ts'
import { postToChange } from './post-with-variants.ts'
import { retimePost } from './reschedule-post.ts'
import { retimeVariants } from './reschedule-variant.ts'

const side = z.object({
  postId: z.string(),
  /** When it goes out there, as it was seen. */
  sendLocal: z.string(),
  sendZone: z.string(),
})

/**
 * Two posts of a channel change their times with each other, both or neither: there, and everywhere when a post goes to
 * that channel only. Problems: those of post.reschedule and variant.reschedule, and
 * draft.published.
 */
export const swapTimes = verb({
  name: 'variant.swap',
  permission: 'post:write',
  input: z.object({
    channelId: z.string(),
    a: side,
    b: side,
    /** The person has been asked about a time that is past or near. */
    confirmed: z.boolean().default(false),
  }),
  run(ctx, { channelId, a, b, confirmed }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      if (a.postId === b.postId) throw new Problem('request.invalid', { field: 'b.postId' })
      const [before, after] = [await slotOf(tx, channelId, a), await slotOf(tx, channelId, b)]
      await give(tx, channelId, before, b, confirmed)
      await give(tx, channelId, after, a, confirmed)
      return { id: a.postId }
    })
  },
})

type Side = z.output<typeof side>

/** What of a post goes to the channel, and by what time of its own; refuses another time than the one seen. */
async function slotOf(tx: Tx, channelId: string, { postId, sendLocal, sendZone }: Side) {
  const { row, variants } = await postToChange(tx, postId, 'post:write')
  const mine = variants.find((one) => one.channel.id === channelId)
  if (!mine) throw notFound()
  const apart = mine.row.sendAt !== null
  const now = apart ? mine.row : row
  if (now.sendLocal !== sendLocal || now.sendZone !== sendZone)
    throw await movedMeanwhile(tx, postId, apart ? ['own'] : ['sendLocal', 'sendZone'])
  return { postId, apart, alone: variants.length === 1, sendLocal, sendZone }
}

async function give(
  tx: Tx,
  channelId: string,
  slot: Awaited<ReturnType<typeof slotOf>>,
  to: Side,
  confirmed: boolean,
): Promise<void> {
  const { postId, apart, alone, sendLocal, sendZone } = slot
  const seen = { sendLocal, sendZone }
  const time = { local: to.sendLocal, zone: to.sendZone }
  if (alone && !apart) await retimePost(tx, { id: postId, from: seen, to: time, confirmed })
  else {
    const from = apart ? seen : { sendLocal: null, sendZone: null }
    await retimeVariants(tx, { postId, channelIds: [channelId], from, to: time, confirmed })
  }
}
