import type { Reading } from '#server/chart/scene.ts'
import { type DayRow, type Figures, type Measure, type Sums, sumsOf } from '#server/metric/figures.rules.ts'
import { type MetricName, metricDefinition, ratio } from '#server/metric/metric.rules.ts'

/** What a tile shows of a metric: its value, the one before, its course. */
export interface TileFacts {
  name: MetricName
  value: number | null
  before: number | null
  readings: Reading[]
  better: 'up' | 'down' | undefined
  unit: 'count' | 'share' | 'milliseconds'
}

const MEASURE_OF: Partial<Record<MetricName, Measure | readonly [Measure, Measure]>> = {
  posts_published: 'posts',
  engagements: 'engagements',
  comments: 'comments',
  messages_in: 'received',
  engagement_rate: ['engagements', 'impressions'],
  negative_share: ['negative', 'received'],
}

/** The metrics of the tiles: the rate where every network counts impressions, else replies. */
export function tileNames({ offered }: Pick<Figures, 'offered'>): MetricName[] {
  const third = offered.includes('engagement_rate') ? 'engagement_rate' : 'comments'
  return ['posts_published', 'engagements', third, 'messages_in', 'negative_share', 'first_response_time']
}

const amountOf = (sums: Sums, measure: Measure | readonly [Measure, Measure]): number | null =>
  typeof measure === 'string' ? sums[measure] : ratio(sums[measure[0]], sums[measure[1]])

export function tileFacts(figures: Figures, name: MetricName): TileFacts {
  const { good, unit } = metricDefinition(name)
  const common = { name, better: good ?? undefined, unit }
  const measure = MEASURE_OF[name]
  if (!measure)
    return { ...common, value: figures.response.now, before: figures.response.before, readings: [] }
  const unknown = needsNetwork(name) && figures.parts.length === 0
  return {
    ...common,
    value: unknown ? null : amountOf(sumsOf(figures.days), measure),
    before: unknown ? null : amountOf(sumsOf(figures.before), measure),
    readings: figures.days.map((row) => ({ at: row.at, value: amountOf(row, measure) })),
  }
}

const needsNetwork = (name: MetricName) => name === 'engagements' || name === 'comments'

/** The days before, laid onto the days of this period. */
export const laidOver = (figures: Figures, measure: Measure): Reading[] =>
  figures.before.map((row: DayRow, index) => ({ at: figures.days[index]?.at ?? row.at, value: row[measure] }))
