import type { Card, OwnTime } from './card.rules.ts'
import { stageOfPost } from './stage.rules.ts'

/** Between the id of a card and the channel that names one of its times. */
const MARK = '/'

/** The card's id in the id of one of its slots; of a card, its own. */
export const cardIdOf = (id: string): string => id.split(MARK, 1)[0] ?? id

/** Whether an id is that of a slot beside the post's own. */
export const isOwnSlot = (id: string): boolean => id.includes(MARK)

/**
 * A card once for each time at which something of it goes out, each with the channels that go then: first the post's
 * own, under the card's id, then those of variants with another time, under an id that stays while such a slot is
 * moved. A card without any time gives nothing.
 */
export function slotsOf(card: Card): Card[] {
  const own = card.own ?? []
  if (!own.length) return card.sendLocal === null ? [] : [card]
  const apart = own.filter((one) => one.sendLocal !== card.sendLocal || one.sendZone !== card.sendZone)
  const left = new Set(apart.map((one) => one.channelId))
  const slots: Card[] = []
  const together = card.channelIds.filter((id) => !left.has(id))
  if (card.sendLocal !== null && (together.length || !card.channelIds.length))
    slots.push({ ...card, channelIds: together })
  const groups = Map.groupBy(apart, (one) => `${one.sendLocal} ${one.sendZone}`)
  for (const group of groups.values()) slots.push(slotOf(card, group))
  return slots
}

function slotOf(card: Card, group: readonly OwnTime[]): Card {
  const ids = group.map((one) => one.channelId).sort()
  const { sendLocal = null, sendZone = null, sendAt = null } = group[0] ?? {}
  return {
    ...card,
    id: `${card.id}${MARK}${ids[0]}`,
    stage: stageOfPost(
      card.stage,
      group.map((one) => one.stage),
    ),
    channelIds: ids,
    sendLocal,
    sendZone,
    sendAt,
  }
}

/** The slot of a card under an id; under the card's own the card itself, when nothing goes then. */
export const slotUnder = (card: Card, id: string): Card | undefined =>
  slotsOf(card).find((slot) => slot.id === id) ?? (id === card.id ? card : undefined)
