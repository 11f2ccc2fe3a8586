import { area, curveMonotoneX, line, scaleLinear } from 'd3'
import {
  atLeast,
  type Format,
  type Frame,
  inOrder,
  type Label,
  type Point,
  px,
  type Reading,
  type Size,
  type Tick,
} from './scene.ts'
import { spreadLabels } from './spread-labels.ts'
import { fitted, textWidth } from './text-width.ts'
import { writtenTimes } from './time-axis.ts'
import { valueScale, valueTicks } from './value-axis.ts'

export interface LineSeries {
  key: string
  label: string
  /** `main` is highlighted, `compare` dashed (its readings moved onto these instants by the caller), `other` quiet. */
  role: 'main' | 'compare' | 'other'
  readings: readonly Reading[]
}

/** Something that happened, flagged on the time axis. */
export interface Annotation {
  at: number
  label: string
}

export interface LineInput extends Size {
  series: readonly LineSeries[]
  format: Format
  /** Epoch ms; the readings' own extent when left out. */
  from?: number
  to?: number
  /** Fill the main series down to zero. */
  filled?: boolean
  annotations?: readonly Annotation[]
}

export interface DrawnSeries {
  key: string
  label: string
  role: LineSeries['role']
  /** SVG path data; empty when there is nothing to join. */
  path: string
  area: string
  /** Readings without a neighbour: a line cannot show them. */
  dots: Point[]
  /** One a known reading, in time order. */
  points: (Point & { at: number; value: number })[]
}

export interface LineScene extends Size {
  frame: Frame
  xTicks: Tick[]
  yTicks: Tick[]
  /** Where zero is, px from the top. */
  zero: number
  series: DrawnSeries[]
  labels: Label[]
  flags: (Annotation & Point)[]
  empty: boolean
}

const labelRoom = 16

/** Lines over time, with gaps, a dashed comparison, direct labels at their ends and flags. */
export function lineScene(input: LineInput): LineScene {
  const { width, height } = atLeast(input)
  const all = input.series.map((series) => ({ ...series, readings: inOrder(series.readings) }))
  const readings = all.flatMap((series) => series.readings)
  const values = readings.map(({ value }) => value)
  const ats = readings.map(({ at }) => at)
  const from = input.from ?? ats.reduce((least, at) => Math.min(least, at), ats[0] ?? 0)
  const to = Math.max(input.to ?? ats.reduce((most, at) => Math.max(most, at), from), from)

  const bottom = height > 60 ? 20 : 4
  const y = valueScale(values, [height - bottom, 8])
  const yTicks = valueTicks(y, input.format.value, values).map((tick) => ({ ...tick, at: px(tick.at) }))
  const left = Math.min(width * 0.25, 8 + Math.max(0, ...yTicks.map(({ text }) => textWidth(text))))
  const named = all.length > 1
  const right = named
    ? Math.min(width * 0.28, 10 + Math.max(0, ...all.map(({ label }) => textWidth(label))))
    : Math.min(8, width * 0.05)
  const frame: Frame = { x: px(left), y: 8, width: px(width - left - right), height: px(height - bottom - 8) }
  const edge = frame.x + frame.width
  // A single instant stands in the middle instead of on the axis.
  const x = to > from ? scaleLinear([from, to], [frame.x, edge]) : () => frame.x + frame.width / 2

  const series = all.map((one) => drawn(one, x, y, input.filled === true, [from, to]))
  return {
    width,
    height,
    frame,
    xTicks: bottom < 20 ? [] : writtenTimes(from, to, input.format, x, [frame.x, edge]),
    yTicks,
    zero: px(y(0)),
    series,
    labels: named ? endLabels(series, frame, right) : [],
    flags: (input.annotations ?? [])
      .filter(({ at }) => at >= from && at <= to)
      .map((flag) => ({ ...flag, x: px(x(flag.at)), y: frame.y })),
    empty: values.every((value) => value === null),
  }
}

type Known = Reading & { value: number }
const known = (reading: Reading): reading is Known => reading.value !== null

function drawn(
  series: LineSeries,
  x: (at: number) => number,
  y: (value: number) => number,
  filled: boolean,
  [from, to]: [number, number],
): DrawnSeries {
  const readings = series.readings.filter(({ at }) => at >= from && at <= to)
  const path = line<Reading>()
    .defined(known)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)
  const under = area<Reading>()
    .defined(known)
    .x(({ at }) => x(at))
    .y0(y(0))
    .y1(({ value }) => y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)
  const place = ({ at, value }: Known) => ({ at, value, x: px(x(at)), y: px(y(value)) })
  const alone = readings.filter(
    (reading, index) =>
      known(reading) &&
      (readings[index - 1]?.value ?? null) === null &&
      (readings[index + 1]?.value ?? null) === null,
  )
  return {
    key: series.key,
    label: series.label,
    role: series.role,
    path: path(readings) ?? '',
    area: filled && series.role === 'main' ? (under(readings) ?? '') : '',
    dots: alone.filter(known).map(place),
    points: readings.filter(known).map(place),
  }
}

/** Names at the right ends; the main series is served first when there is not room for all. */
function endLabels(series: readonly DrawnSeries[], frame: Frame, right: number): Label[] {
  const rank = { main: 0, compare: 1, other: 2 }
  const ends = series
    .flatMap((one) => {
      const end = one.points.at(-1)
      return end ? [{ one, end }] : []
    })
    .sort((a, b) => rank[a.one.role] - rank[b.one.role])
  const middles = spreadLabels(
    ends.map(({ end }) => end.y),
    labelRoom,
    [frame.y + 4, frame.y + frame.height - 4],
  )
  return ends.flatMap(({ one }, index) => {
    const y = middles[index]
    if (y === null || y === undefined) return []
    const text = fitted(one.label, right - 8)
    return [{ key: one.key, text, x: px(frame.x + frame.width + 6), y: px(y), anchor: 'start' as const }]
  })
}
