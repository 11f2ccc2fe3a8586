import type { BulkAction } from '#server/bulk/bulk.rules.ts'
import type { Card, CardPatch } from '#server/post/card.rules.ts'
import { channelsMoved } from '#server/post/channel-lane.rules.ts'
import { dueAtOf } from '#server/post/due-choice.rules.ts'

/** What an act on many cards lets each of them show while it waits for the server; a move shows where it is done. */
export function bulkShows(action: BulkAction, cards: readonly Card[]): Record<string, CardPatch> {
  if (action.kind !== 'change') return {}
  const { assigneeId, campaignId, channel, due, addLabelIds: add = [], removeLabelIds: remove = [] } = action
  const same: CardPatch = {
    ...(assigneeId !== undefined && { assigneeId }),
    ...(campaignId !== undefined && { campaignId }),
    ...(due !== undefined && { dueAt: due && dueAtOf(due) }),
  }
  const relabels = add.length > 0 || remove.length > 0
  const labelsOf = ({ labels }: Card) => [
    ...labels.filter((id) => !remove.includes(id)),
    ...add.filter((id) => !labels.includes(id)),
  ]
  return Object.fromEntries(
    cards.map((card) => [
      card.id,
      {
        ...same,
        ...(relabels && { labels: labelsOf(card) }),
        ...(channel && { channelIds: channelsMoved(card.channelIds, channel.from, channel.to) }),
      },
    ]),
  )
}
