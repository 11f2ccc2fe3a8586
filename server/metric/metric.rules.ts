import { z } from 'zod'

/**
 * Every measure, as data; its definition is the message `metric.<name>.definition`.
 * - `total`: counted so far; differences of snapshots may be added over posts, channels and time.
 * - `unique`: people counted once; never added, neither over time nor over posts.
 * - `level`: a state at an instant (followers); added over channels, not over time: the last one counts.
 * - `ratio`: computed from totals, so that a mean is weighted rightly.
 * - `median`: computed from the single values of a period.
 */
const DEFINITIONS = {
  impressions: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  reach: { kind: 'unique', of: 'post', unit: 'count', good: 'up' },
  likes: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  comments: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  shares: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  saves: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  clicks: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  video_views: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  engagements: { kind: 'total', of: 'post', unit: 'count', good: 'up' },
  engagement_rate: {
    kind: 'ratio',
    of: 'post',
    unit: 'share',
    good: 'up',
    top: 'engagements',
    bottom: 'impressions',
  },
  click_rate: { kind: 'ratio', of: 'post', unit: 'share', good: 'up', top: 'clicks', bottom: 'impressions' },
  followers: { kind: 'level', of: 'channel', unit: 'count', good: 'up' },
  posts_published: { kind: 'total', of: 'channel', unit: 'count', good: null },
  posts_not_sent: { kind: 'total', of: 'channel', unit: 'count', good: 'down' },
  messages_in: { kind: 'total', of: 'channel', unit: 'count', good: null },
  messages_answered: { kind: 'total', of: 'channel', unit: 'count', good: 'up' },
  negative_messages: { kind: 'total', of: 'channel', unit: 'count', good: 'down' },
  negative_share: {
    kind: 'ratio',
    of: 'channel',
    unit: 'share',
    good: 'down',
    top: 'negative_messages',
    bottom: 'messages_in',
  },
  answer_rate: {
    kind: 'ratio',
    of: 'channel',
    unit: 'share',
    good: 'up',
    top: 'messages_answered',
    bottom: 'messages_in',
  },
  first_response_time: { kind: 'median', of: 'channel', unit: 'milliseconds', good: 'down' },
  resolution_time: { kind: 'median', of: 'channel', unit: 'milliseconds', good: 'down' },
} as const satisfies Record<string, MetricShape>

type MetricShape = {
  of: 'post' | 'channel'
  unit: 'count' | 'share' | 'milliseconds'
  /** Which way is good news; null: neither. */
  good: 'up' | 'down' | null
} & ({ kind: 'total' | 'unique' | 'level' | 'median' } | { kind: 'ratio'; top: string; bottom: string })

export type MetricName = keyof typeof DEFINITIONS
export type MetricDefinition = { name: MetricName } & (typeof DEFINITIONS)[MetricName]
export const METRIC_NAMES = Object.keys(DEFINITIONS) as [MetricName, ...MetricName[]]
export const metricName = z.enum(METRIC_NAMES)
export const metricDefinition = (name: MetricName): MetricDefinition => ({ name, ...DEFINITIONS[name] })

/** May values of different posts or channels be added up? */
export const addsOver = (name: MetricName, axis: 'things' | 'time'): boolean => {
  const { kind } = DEFINITIONS[name]
  return kind === 'total' || (kind === 'level' && axis === 'things')
}

/** Engagements are the sum of these, as far as they are known: of mixed networks those common to all. */
export const ENGAGEMENT_PARTS = ['likes', 'comments', 'shares', 'saves', 'clicks'] as const
export type EngagementPart = (typeof ENGAGEMENT_PARTS)[number]

/** Metrics that must be fetched to show this one. */
export function neededFor(name: MetricName): MetricName[] {
  const definition = DEFINITIONS[name]
  return definition.kind === 'ratio' ? [definition.top, definition.bottom] : [name]
}

/** A ratio of two sums; null when there is nothing to divide by, which is not the same as zero. */
export const ratio = (top: number, bottom: number): number | null => (bottom > 0 ? top / bottom : null)

/** What all of these channels can show: mixed networks get only metrics common to all. Order of METRIC_NAMES. */
export function commonMetrics(offered: readonly (readonly MetricName[])[]): MetricName[] {
  if (offered.length === 0) return []
  return METRIC_NAMES.filter((name) =>
    offered.every((list) => neededFor(name).every((needed) => list.includes(needed))),
  )
}
