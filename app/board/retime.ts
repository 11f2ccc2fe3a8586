import type { Card, OwnTime } from '#server/post/card.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import { isActProblem } from '../live/act.ts'
import { send } from '../live/outbox/send.ts'
import type { ActsEnv } from './card-acts.ts'
import { type Agreed, targetOf, timeFor, type When } from './time-for.ts'

/**
 * Gives the channels of a slot (a card with the channels that go at a time) a send time of their own, or with null lets
 * them go with the post again. Shown at once, given back when it is refused.
 */
export function createRetime({ cards, zone, tell, confirmTime }: ActsEnv) {
  return async function retime(slot: Card, when: When, agreed: Agreed = {}): Promise<void> {
    const id = cardIdOf(slot.id)
    const card = cards.card(id)
    const channelIds = slot.channelIds
    if (!card || !channelIds.length) return
    const before = (card.own ?? []).filter((one) => channelIds.includes(one.channelId))
    const { time, question } = await timeFor(slot, when, zone)
    if (question && !agreed.another)
      return confirmTime(question, () => void retime(slot, when, { ...agreed, another: true }), {
        instead: time,
      })
    const { sendLocal, sendZone, sendAt } = time
    const own = (card.own ?? []).filter((one) => !channelIds.includes(one.channelId))
    if (sendLocal !== null && sendZone !== null && sendAt !== null)
      for (const channelId of channelIds) {
        const stage = before.find((one) => one.channelId === channelId)?.stage ?? card.stage
        own.push({ channelId, sendLocal, sendZone, sendAt, stage } satisfies OwnTime)
      }
    own.sort((a, b) => a.sendAt - b.sendAt)
    const shown = { own: own.length ? own : null }
    const pending = cards.begin(id, shown)
    try {
      const was = before[0]
      await send({
        verb: 'variant.reschedule',
        input: {
          postId: id,
          channelIds: [...channelIds],
          from: { sendLocal: was?.sendLocal ?? null, sendZone: was?.sendZone ?? null },
          to: targetOf(when, time, zone),
          confirmed: agreed.confirmed ?? false,
        },
        about: [id],
        title: card.title,
        shows: { [id]: shown },
      })
      pending.done()
    } catch (error) {
      pending.fail()
      if (!isActProblem(error)) throw error
      if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        confirmTime(error.code, () => void retime(slot, when, { ...agreed, confirmed: true }))
      else tell(error)
    }
  }
}
