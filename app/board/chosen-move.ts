import type { BulkAction } from '#server/bulk/bulk.rules.ts'
import type { Card, CardPatch } from '#server/post/card.rules.ts'
import { channelsMoved } from '#server/post/channel-lane.rules.ts'
import { ranksBetween } from '#server/post/rank.rules.ts'
import type { Spot } from './card-acts.ts'
import type { CardStore } from './card-store.ts'
import { laneChange, laneOfCell, NONE, OTHER } from './lanes.rules.ts'
import type { Layout } from './layout.ts'

type Move = Extract<BulkAction, { kind: 'move' }>
type Into = NonNullable<Move['set']>

export interface ChosenMove<A extends BulkAction = Move> {
  /** In the order in which they will stand. */
  ids: string[]
  action: A
  /** Per post that the drop itself changes, what its card shows at once. */
  shows: Record<string, CardPatch>
}

type Cards = Pick<CardStore, 'card' | 'group'>

/**
 * What a drop of one of several chosen cards makes of them all: they stand together at its place, in the order in which
 * they stood. Null where it is meant for the one that was taken alone, and where the lane takes nothing in.
 */
export function chosenMove(
  cards: Cards,
  layout: Pick<Layout, 'order' | 'lanes'>,
  chosen: ReadonlySet<string>,
  taken: Card,
  { column, group, before, from }: Spot,
): ChosenMove | null {
  if (chosen.size < 2 || !chosen.has(taken.id)) return null
  const into = intoLane(layout.lanes, taken, from, group)
  if (into === null) return null
  const set = Object.keys(into).length ? into : undefined
  const ids = inOrder(cards, layout.order, chosen)
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
    shows[id] = {
      stage,
      rank: ranks[index] ?? card.rank,
      ...(stage === 'draft' && { workingId }),
      ...shownIn(card, into),
    }
  }
  const place = { ranks, above: rest[at - 1] ?? null, below: rest[end] ?? null }
  return { ids, action: { kind: 'move', stage, workingIds, ...place, ...(set && { set }) }, shows }
}

/** The same on a lane's head: all come into that lane, and each stays in its column. */
export function chosenIntoLane(
  cards: Cards,
  layout: Pick<Layout, 'order' | 'lanes'>,
  chosen: ReadonlySet<string>,
  taken: Card,
  { group, from }: Pick<Spot, 'group' | 'from'>,
): ChosenMove<Extract<BulkAction, { kind: 'change' }>> | null {
  if (chosen.size < 2 || !chosen.has(taken.id)) return null
  const into = intoLane(layout.lanes, taken, from, group)
  if (!into || !Object.keys(into).length) return null
  const ids = inOrder(cards, layout.order, chosen)
  const shows = ids.flatMap((id) => {
    const card = cards.card(id)
    return card ? [[id, shownIn(card, into)] as const] : []
  })
  return { ids, action: { kind: 'change', ...into }, shows: Object.fromEntries(shows) }
}

const inOrder = (cards: Cards, order: readonly string[], chosen: ReadonlySet<string>) =>
  [...new Set(order.flatMap((one) => cards.group(one)))].filter((id) => chosen.has(id))

/** What coming into a lane makes of all of them, those that were chosen elsewhere too; null when it takes nothing in. */
function intoLane(lanes: Layout['lanes'], taken: Card, from: string | undefined, group: string): Into | null {
  if (!lanes || from === undefined) return {}
  const [was, lane] = [laneOfCell(from), laneOfCell(group)]
  if ('refuse' in laneChange(lanes.kind, taken, was, lane)) return null
  if (lanes.kind === 'channel')
    return was === lane ? {} : { channel: { from: channelOf(was), to: channelOf(lane) } }
  const all = lanes.kind === 'team' ? { set: {} } : laneChange(lanes.kind, taken, '', lane)
  return 'set' in all ? all.set : {}
}

const channelOf = (lane: string) => (lane === NONE || lane === OTHER ? null : lane)

function shownIn({ channelIds }: Card, { channel, ...same }: Into): CardPatch {
  return channel ? { ...same, channelIds: channelsMoved(channelIds, channel.from, channel.to) } : same
}
