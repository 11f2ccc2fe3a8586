import { expect, it } from 'vitest'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { chosenIntoLane, chosenMove } from './chosen-move.ts'

const RANKS = ['a0', 'a1', 'a2', 'a3', 'a4']
const groups: Record<string, string[]> = { idea: ['a', 'b', 'c'], draft: ['d', 'e'] }
const all = Object.values(groups).flat()
const card = (id: string) =>
  ({
    id,
    stage: groups.idea?.includes(id) ? 'idea' : 'draft',
    rank: RANKS[all.indexOf(id)],
    teamId: id === 'c' ? 'other' : 'hq',
    campaignId: null,
    channelIds: id === 'd' ? ['y', 'z'] : id === 'a' ? ['x', 'z'] : [],
  }) as unknown as Card
const cards = { card, group: (name: string) => groups[name] ?? [] }
const flat = { order: ['idea', 'draft'], lanes: null }
const draft: BoardColumn = { key: 'draft', stage: 'draft', name: null, ids: {}, limits: {} } as never
const chosen = new Set(['c', 'a', 'd'])

it('puts them together before a card, in the order in which they stood', () => {
  const move = chosenMove(cards, flat, chosen, card('a'), { column: draft, group: 'draft', before: 'e' })
  expect(move?.ids).toEqual(['a', 'c', 'd'])
  expect(move?.action).toMatchObject({ kind: 'move', stage: 'draft', above: null, below: 'e' })
  const ranks = move?.action.ranks ?? []
  expect(ranks).toEqual([...ranks].sort())
  expect(ranks.at(-1)! < 'a4').toBe(true)
  expect(move?.shows.a).toEqual({ stage: 'draft', workingId: null, rank: ranks[0] })
})

it('stands after those that are not chosen when it is dropped before a chosen one', () => {
  const move = chosenMove(cards, flat, chosen, card('a'), { column: draft, group: 'draft', before: 'd' })
  expect(move?.action).toMatchObject({ above: null, below: 'e' })
  const end = chosenMove(cards, flat, chosen, card('a'), { column: draft, group: 'draft', before: null })
  expect(end?.action).toMatchObject({ above: 'e', below: null })
})

it('shows at once only what the drop itself moves', () => {
  const design = { ...draft, key: 'w:design', name: 'Design', ids: { hq: 'w1' } } as unknown as BoardColumn
  const move = chosenMove(cards, flat, chosen, card('a'), { column: design, group: 'w:design', before: null })
  expect(move?.action.workingIds).toEqual(['w1'])
  expect(Object.keys(move?.shows ?? {})).toEqual(['a', 'd'])
  const review = { ...draft, key: 'in_review', stage: 'in_review' } as BoardColumn
  const sent = chosenMove(cards, flat, chosen, card('a'), {
    column: review,
    group: 'in_review',
    before: null,
  })
  expect(sent?.shows).toEqual({})
})

it('brings all into the lane of a campaign or a channel; a card taken alone is meant alone', () => {
  const lanes = (kind: 'campaign' | 'channel' | 'team') => ({
    order: ['x|idea', 'y|draft'],
    lanes: { kind, keys: ['x', 'y'] },
  })
  const inLanes = {
    card,
    group: (name: string) => (name === 'x|idea' ? ['a', 'b'] : name === 'y|draft' ? ['d'] : []),
  }
  const spot = { column: draft, group: 'y|draft', before: null, from: 'x|idea' }
  const move = chosenMove(inLanes, lanes('campaign'), chosen, card('a'), spot)
  expect(move?.action.set).toEqual({ campaignId: 'y' })
  expect(move?.shows.d).toMatchObject({ campaignId: 'y' })
  const same = chosenMove(inLanes, lanes('campaign'), chosen, card('d'), { ...spot, from: 'y|draft' })
  expect(same?.action.set).toEqual({ campaignId: 'y' })
  const through = chosenMove(inLanes, lanes('channel'), chosen, card('a'), spot)
  expect(through?.action.set).toEqual({ channel: { from: 'x', to: 'y' } })
  // What it goes to besides stays.
  expect(through?.shows.a).toMatchObject({ stage: 'draft', channelIds: ['z', 'y'] })
  expect(through?.shows.d).toMatchObject({ channelIds: ['z', 'y'] })
  const away = { ...spot, group: 'none|draft' }
  expect(chosenMove(inLanes, lanes('channel'), chosen, card('a'), away)?.action.set).toEqual({
    channel: { from: 'x', to: null },
  })
  expect(chosenMove(inLanes, lanes('team'), chosen, card('a'), spot)).toBeNull()
  const head = chosenIntoLane(inLanes, lanes('channel'), chosen, card('a'), spot)
  expect(head?.action).toEqual({ kind: 'change', channel: { from: 'x', to: 'y' } })
  expect(head?.shows).toEqual({ a: { channelIds: ['z', 'y'] }, d: { channelIds: ['z', 'y'] } })
  expect(
    chosenMove(cards, flat, chosen, card('b'), { column: draft, group: 'draft', before: null }),
  ).toBeNull()
  expect(
    chosenMove(cards, flat, new Set(['a']), card('a'), { column: draft, group: 'draft', before: null }),
  ).toBeNull()
})
