import { area, curveMonotoneX, scaleBand, scaleLinear, stack, stackOffsetExpand, stackOffsetNone } from 'd3'
import { atLeast, drawable, type Format, type Frame, type Label, px, type Size, type Tick } from './scene.ts'
import { spreadLabels } from './spread-labels.ts'
import { fitted, textWidth } from './text-width.ts'
import { writtenTimes } from './time-axis.ts'
import { valueScale, valueTicks } from './value-axis.ts'

/** One column: an instant (its beginning, epoch ms) and the value of each key; missing and negative count as 0. */
export interface StackRow {
  at: number
  values: Readonly<Record<string, number | null | undefined>>
}

export interface StackInput extends Size {
  /** Bottom to top. */
  keys: readonly string[]
  /** Names by key, written beside the last column. */
  names?: Readonly<Record<string, string>>
  rows: readonly StackRow[]
  format: Format
  /** `bar`: a column an instant; `area`: one band a key. */
  form?: 'bar' | 'area'
  /** Shares of each column instead of values (0..1, handed to `format.value`). */
  share?: boolean
}

export interface StackColumn extends Frame {
  at: number
  total: number
  /** In the order of the keys; height 0 when there is nothing. */
  parts: (Frame & { key: string; value: number })[]
}

export interface StackScene extends Size {
  frame: Frame
  xTicks: Tick[]
  yTicks: Tick[]
  columns: StackColumn[]
  /** For `area`: a path a key, bottom to top. */
  bands: { key: string; path: string }[]
  labels: Label[]
  empty: boolean
}

/** Values of several kinds over time, one on the other (sentiment, networks). */
export function stackScene(input: StackInput): StackScene {
  const { width, height } = atLeast(input)
  const rows = cleaned(input)
  const totals = rows.map(({ values }) => input.keys.reduce((sum, key) => sum + (values[key] ?? 0), 0))
  const heights = input.share ? [1] : totals
  const bottom = height > 60 ? 20 : 4
  const y = valueScale(heights, [height - bottom, 8])
  const fractions = input.share
    ? [0.5]
    : rows.flatMap(({ values }) => input.keys.map((key) => values[key] ?? 0))
  const yTicks = valueTicks(y, input.format.value, fractions).map((tick) => ({ ...tick, at: px(tick.at) }))
  const left = Math.min(width * 0.25, 8 + Math.max(0, ...yTicks.map(({ text }) => textWidth(text))))
  const named = Object.values(input.names ?? {})
  const right =
    named.length > 0
      ? Math.min(width * 0.28, 14 + Math.max(...named.map((name) => textWidth(name))))
      : Math.min(8, width * 0.05)
  const frame: Frame = { x: px(left), y: 8, width: px(width - left - right), height: px(height - bottom - 8) }
  const edge = frame.x + frame.width

  const band = scaleBand(
    rows.map((_, index) => index),
    [frame.x, edge],
  )
    .paddingInner(rows.length > 60 ? 0.1 : 0.28)
    .paddingOuter(0.1)
  const first = rows[0]?.at ?? 0
  const last = rows.at(-1)?.at ?? first
  const through = scaleLinear([first, last], [frame.x, edge])
  const middle = (index: number) => (band(index) ?? frame.x) + band.bandwidth() / 2
  const isArea = input.form === 'area' && rows.length > 1
  const x = (index: number) => (isArea ? through(rows[index]!.at) : middle(index))

  const layers = stack<StackRow>()
    .keys(input.keys)
    .value(({ values }, key) => values[key] ?? 0)
    .offset(input.share ? stackOffsetExpand : stackOffsetNone)([...rows])
  const path = area<[number, number]>()
    .x((_, index) => x(index))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curveMonotoneX)
    .digits(1)
  const columns = rows.map((row, index): StackColumn => {
    const parts = layers.map((layer) => {
      const [low, high] = layer[index] ?? [0, 0]
      const top = px(y(high))
      const size = { width: px(Math.max(1, band.bandwidth())), height: px(Math.max(0, px(y(low)) - top)) }
      const start = isArea
        ? Math.max(frame.x, Math.min(edge - size.width, x(index) - size.width / 2))
        : band(index)
      return { key: layer.key, value: row.values[layer.key] ?? 0, x: px(start ?? frame.x), y: top, ...size }
    })
    const top = Math.min(px(y(0)), ...parts.map((part) => part.y))
    const at = parts[0] ?? { x: frame.x, width: 0 }
    return {
      at: row.at,
      total: totals[index] ?? 0,
      parts,
      x: at.x,
      y: top,
      width: at.width,
      height: px(y(0) - top),
    }
  })
  // A column is named by its beginning, so its tick stands under its middle.
  const along = (at: number) => {
    const index = nearest(rows, at)
    return rows.length === 0 ? frame.x : x(index)
  }
  return {
    width,
    height,
    frame,
    xTicks:
      bottom < 20 || rows.length === 0 ? [] : writtenTimes(first, last, input.format, along, [frame.x, edge]),
    yTicks,
    columns,
    bands: isArea
      ? layers.map((layer) => ({ key: layer.key, path: path(layer.map(([a, b]) => [a, b])) ?? '' }))
      : [],
    labels: partLabels(columns.at(-1), input.names ?? {}, frame, right),
    empty: totals.every((total) => total === 0),
  }
}

/** Names beside the parts of the last column, top to bottom; a part without height there has its name by its edge. */
function partLabels(
  column: StackColumn | undefined,
  names: Readonly<Record<string, string>>,
  frame: Frame,
  right: number,
): Label[] {
  const parts = (column?.parts ?? []).filter(({ key }) => names[key] !== undefined).toReversed()
  const middles = spreadLabels(
    parts.map((part) => part.y + part.height / 2),
    16,
    [frame.y + 6, frame.y + frame.height - 6],
  )
  return parts.flatMap((part, index) => {
    const y = middles[index]
    if (y === null || y === undefined) return []
    const text = fitted(names[part.key] ?? '', right - 8)
    return [{ key: part.key, text, x: px(frame.x + frame.width + 6), y: px(y), anchor: 'start' as const }]
  })
}

function cleaned(input: StackInput): StackRow[] {
  const share = 1 / Math.max(1, input.keys.length)
  return input.rows
    .filter(({ at }) => Number.isFinite(at) && Math.abs(at) < 8.64e15)
    .map(({ at, values }) => ({
      at,
      values: Object.fromEntries(
        input.keys.map((key) => [key, Math.max(0, Math.min(1e15 * share, drawable(values[key]) ?? 0))]),
      ),
    }))
    .sort((a, b) => a.at - b.at)
}

/** The last row that has begun at an instant. */
function nearest(rows: readonly StackRow[], at: number): number {
  let low = 0
  for (let index = 0; index < rows.length; index++) if (rows[index]!.at <= at) low = index
  return low
}
