import type { Card, CardPatch } from '#server/post/card.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import { isActProblem } from '../live/act.ts'
import { send } from '../live/outbox/send.ts'
import type { ActsEnv } from './card-acts.ts'

/** Two slots of a channel change their times with each other. Shown at once, given back when it is refused. */
export function createSwap({ cards, tell, confirmTime }: ActsEnv) {
  return async function swap(channelId: string, a: Card, b: Card, confirmed = false): Promise<void> {
    const [one, other] = [sideOf(a), sideOf(b)]
    if (!one || !other || one.postId === other.postId) return
    const shows = {
      [one.postId]: patchOf(cards.card(one.postId), channelId, b),
      [other.postId]: patchOf(cards.card(other.postId), channelId, a),
    }
    const pending = Object.entries(shows).map(([id, patch]) => cards.begin(id, patch))
    try {
      await send({
        verb: 'variant.swap',
        input: { channelId, a: one, b: other, confirmed },
        about: [one.postId, other.postId],
        title: a.title,
        shows,
      })
      for (const each of pending) each.done()
    } catch (error) {
      for (const each of pending) each.fail()
      if (!isActProblem(error)) throw error
      if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        confirmTime(error.code, () => void swap(channelId, a, b, true))
      else tell(error)
    }
  }
}

const sideOf = ({ id, sendLocal, sendZone }: Card) =>
  sendLocal === null || sendZone === null ? null : { postId: cardIdOf(id), sendLocal, sendZone }

/** What a post shows with another time on a channel: its own time when it goes there only, else one of that channel's. */
function patchOf(
  card: Card | undefined,
  channelId: string,
  { sendLocal, sendZone, sendAt }: Card,
): CardPatch {
  if (!card || sendLocal === null || sendZone === null || sendAt === null) return {}
  const before = card.own?.find((own) => own.channelId === channelId)
  if (card.channelIds.length === 1 && !before) return { sendLocal, sendZone, sendAt }
  const rest = (card.own ?? []).filter((own) => own.channelId !== channelId)
  const own = [...rest, { channelId, sendLocal, sendZone, sendAt, stage: before?.stage ?? card.stage }]
  return { own: own.sort((a, b) => a.sendAt - b.sendAt) }
}
