import type { BulkAction } from '#server/bulk/bulk.rules.ts'
import type { Card, CardPatch } from '#server/post/card.rules.ts'
import { ranksBetween } from '#server/post/rank.rules.ts'
import type { Spot } from './card-acts.ts'
import type { CardStore } from './card-store.ts'
import { laneChange, laneOfCell } from './lanes.rules.ts'
import type { Layout } from './layout.ts'

export interface ChosenMove {
  /** In the order in which they will stand. */
  ids: string[]
  action: Extract<BulkAction, { kind: 'move' }>
  /** Per post that the drop itself moves, what its card shows at once. */
  shows: Record<string, CardPatch>
}

/**
 * What a drop of one of several chosen cards makes of them all: they stand together at its place, in the order in which
 * they stood. Null where it is meant for the one that was taken alone: another channel's lane, or one that takes nothing.
 */
export function chosenMove(
  cards: Pick<CardStore, 'card' | 'group'>,
  { order, lanes }: Pick<Layout, 'order' | 'lanes'>,
  chosen: ReadonlySet<string>,
  taken: Card,
  { column, group, before, from }: Spot,
): ChosenMove | null {
  if (chosen.size < 2 || !chosen.has(taken.id)) return null
  const lane = laneOfCell(group)
  let set: ChosenMove['action']['set']
  if (lanes && from !== undefined) {
    const change = laneChange(lanes.kind, taken, laneOfCell(from), lane)
    if ('refuse' in change || 'channelIds' in change.set) return null
    // Those that were chosen elsewhere come into this lane, too.
    const all =
      lanes.kind === 'channel' || lanes.kind === 'team' ? null : laneChange(lanes.kind, taken, '', lane)
    if (all && 'set' in all) set = all.set
  }
  const ids = [...new Set(order.flatMap((one) => cards.group(one)))].filter((id) => chosen.has(id))
  const list = cards.group(group)
  const next = before === null ? undefined : list.slice(list.indexOf(before)).find((id) => !chosen.has(id))
  const rest = list.filter((id) => !chosen.has(id))
  const at = next === undefined ? rest.length : rest.indexOf(next)
  const rank = (index: number) => cards.card(rest[index] ?? '')?.rank ?? null
  const low = rank(at - 1)
  // Cards of one rank, as an import may make them, stay together.
  let end = at
  while (low !== null && end < rest.length && (rank(end) ?? '') <= low) end++
  const ranks = ranksBetween(low, rank(end), ids.length)
  const { stage } = column
  const workingIds = Object.values(column.ids)
  const early = (one: string) => one === 'idea' || one === 'draft'
  const shows: Record<string, CardPatch> = {}
  for (const [index, id] of ids.entries()) {
    const card = cards.card(id)
    if (!card || (card.stage !== stage && !(early(card.stage) && early(stage)))) continue
    const workingId = column.ids[card.teamId] ?? null
    // A team without this stage keeps its post where it is.
    if (column.name !== null && workingId === null) continue
    shows[id] = { stage, rank: ranks[index] ?? card.rank, ...(stage === 'draft' && { workingId }), ...set }
  }
  const place = { ranks, above: rest[at - 1] ?? null, below: rest[end] ?? null }
  return { ids, action: { kind: 'move', stage, workingIds, ...place, ...(set && { set }) }, shows }
}
