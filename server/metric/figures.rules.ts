import { z } from 'zod'
import type { EngagementPart, MetricName } from './metric.rules.ts'
import { LONGEST, lastDays, type Span, spanOf } from './span.rules.ts'

export const PERIODS = ['7', '28', '90'] as const
const day = z.iso.date()
const thing = z.string().min(1).max(60).nullable().catch(null).default(null)

/** What a dashboard is narrowed to. It is written in the page's address; what cannot be read there is left out. */
export const figuresInput = z.object({
  days: z.enum(PERIODS).catch('28').default('28'),
  /** Own first and last day instead, both included. */
  from: day.nullable().catch(null).default(null),
  to: day.nullable().catch(null).default(null),
  team: thing,
  network: thing,
  channel: thing,
  campaign: thing,
  /** Practice counts too. */
  practice: z.literal('1').nullable().catch(null).default(null),
  /** Days of the reader's zone instead of the workspace's. */
  zone: z.literal('mine').nullable().catch(null).default(null),
})
export type FiguresInput = z.output<typeof figuresInput>

/** Reads the filters of an address. */
export const filtersOf = (params: URLSearchParams): FiguresInput =>
  figuresInput.parse(Object.fromEntries(params))

/** The filters as an address has them, without what is the default; empty when all is. */
export function searchOf(input: FiguresInput): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) {
    if (value === null || (key === 'days' && (value === '28' || input.from))) continue
    params.set(key, value)
  }
  const text = params.toString()
  return text && `?${text}`
}

/** The days asked for, as instants in a zone. A custom period is put in order and cut to a year. */
export function spanFor(input: FiguresInput, now: number, zone: string): Span {
  const running = lastDays(Number(input.days), now, zone)
  if (!input.from || !input.to) return spanOf(running, now, zone)
  const [first = '', last = ''] = [input.from, input.to].sort()
  const today = running.lastDay
  const lastDay = last > today ? today : last
  const firstDay = first > lastDay ? lastDay : first
  const longest = new Date(Date.parse(lastDay) - (LONGEST - 1) * 86_400_000).toISOString().slice(0, 10)
  return spanOf({ firstDay: firstDay < longest ? longest : firstDay, lastDay }, now, zone)
}

/** What is counted day by day. `posts`: sent, each channel once; `received`: messages of people outside. */
export const MEASURES = [
  'posts',
  'engagements',
  'comments',
  'impressions',
  'received',
  'negative',
  'neutral',
  'positive',
] as const
export type Measure = (typeof MEASURES)[number]
export type Sums = Record<Measure, number>
export type DayRow = { day: string /** Epoch ms of its beginning. */; at: number } & Sums

export interface ChannelRow {
  id: string
  now: Sums
  before: Sums
}

export interface TopPost {
  id: string
  title: string
  channelIds: string[]
  /** Engagements gained in the period. */
  value: number
}

export interface Figures {
  /** As of: epoch ms at which they were added up. */
  at: number
  /** When a network was last asked for counts; null: never. */
  countedAt: number | null
  zone: string
  firstDay: string
  lastDay: string
  days: DayRow[]
  /** The same number of days before; the last one up to the same time of day while the period still runs. */
  before: DayRow[]
  channels: ChannelRow[]
  top: TopPost[]
  /** Median time to our answer, ms. */
  response: { now: number | null; before: number | null }
  /** Metrics all channels have in common, and what engagements are the sum of. */
  offered: MetricName[]
  parts: EngagementPart[]
  /** Practice: left out, counted among others, or the demo's whole company; `none`: there is no practice channel. */
  practice: 'out' | 'in' | 'demo' | 'none'
}

export const noSums = (): Sums =>
  Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Record<Measure, number>

/** Sums over days or channels. */
export function sumsOf(rows: readonly Sums[]): Sums {
  const total = noSums()
  for (const row of rows) for (const measure of MEASURES) total[measure] += row[measure]
  return total
}
