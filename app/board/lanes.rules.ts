import type { Card } from '#server/post/card.rules.ts'
import { channelsMoved } from '#server/post/channel-lane.rules.ts'

/** What the board can be cut across by. */
export const LANE_KINDS = ['campaign', 'channel', 'assignee', 'team'] as const
export type LaneKind = (typeof LANE_KINDS)[number]

/** The lane of cards that have none of it, and of those whose campaign, channel or team is not there any more. */
export const NONE = 'none'
export const OTHER = 'other'

/** The cut that an address asks for; null: none. */
export const lanesFrom = (params: URLSearchParams): LaneKind | null =>
  LANE_KINDS.find((kind) => kind === params.get('lanes')) ?? null

/** The lanes a card stands in: of channels in several. */
export function laneKeys(
  kind: LaneKind,
  {
    campaignId,
    channelIds,
    assigneeId,
    teamId,
  }: Pick<Card, 'campaignId' | 'channelIds' | 'assigneeId' | 'teamId'>,
  known: ReadonlySet<string>,
): string[] {
  const key = (id: string | null) => (id === null ? NONE : known.has(id) ? id : OTHER)
  if (kind === 'channel') return channelIds.length ? [...new Set(channelIds.map(key))] : [NONE]
  return [key(kind === 'campaign' ? campaignId : kind === 'assignee' ? assigneeId : teamId)]
}

/** The group of a lane's column. */
export const cellOf = (lane: string, column: string): string => `${lane}|${column}`
export const laneOfCell = (group: string): string => group.slice(0, Math.max(0, group.indexOf('|')))

export type LaneSet = Partial<Pick<Card, 'campaignId' | 'channelIds' | 'assigneeId'>>

/**
 * What taking a card from one lane into another makes of it, or why it cannot be: a post stays with its team, and what is
 * gone takes nothing in.
 */
export function laneChange(
  kind: LaneKind,
  card: Pick<Card, 'channelIds'>,
  from: string,
  to: string,
): { set: LaneSet } | { refuse: 'post.teamStays' | 'post.laneGone' } {
  if (from === to) return { set: {} }
  if (to === OTHER) return { refuse: 'post.laneGone' }
  if (kind === 'team') return { refuse: 'post.teamStays' }
  const value = to === NONE ? null : to
  if (kind === 'campaign') return { set: { campaignId: value } }
  if (kind === 'assignee') return { set: { assigneeId: value } }
  return { set: { channelIds: channelsMoved(card.channelIds, from === NONE ? null : from, value) } }
}
