import type { Card } from '#server/post/card.rules.ts'
import { isOwnSlot, slotsOf, slotUnder } from '#server/post/slots.rules.ts'

/** Something whose send time can be chosen: all that goes with the post, or some channels. */
export interface SlotChoice {
  /** The id of the slot, or of the one it would become. */
  id: string
  /** Null: the post. */
  channelIds: readonly string[] | null
  slot: Card
}

/** What of a post can have its own time: the post, its slots beside it, and each channel that goes with others. */
export function slotChoices(card: Card): SlotChoice[] {
  const post = { id: card.id, channelIds: null, slot: slotUnder(card, card.id) ?? card }
  if (card.channelIds.length < 2 && !card.own?.length) return [post]
  const own = slotsOf(card).filter((slot) => isOwnSlot(slot.id))
  const choices: SlotChoice[] = own.map((slot) => ({ id: slot.id, channelIds: slot.channelIds, slot }))
  for (const channelId of card.channelIds) {
    const id = `${card.id}/${channelId}`
    if (choices.some((one) => one.channelIds?.length === 1 && one.channelIds[0] === channelId)) continue
    const within = own.find((slot) => slot.channelIds.includes(channelId)) ?? post.slot
    const known = choices.some((one) => one.id === id)
    choices.push({
      id: known ? `${id}/` : id,
      channelIds: [channelId],
      slot: { ...within, id, channelIds: [channelId] },
    })
  }
  return [post, ...choices]
}
