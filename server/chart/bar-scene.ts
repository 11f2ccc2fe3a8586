import { scaleLinear } from 'd3'
import { atLeast, drawable, type Frame, px, type Size } from './scene.ts'
import { fitted, textWidth } from './text-width.ts'

export interface BarItem {
  key: string
  label: string
  value: number | null
  /** The same in the period before, drawn as a thin mark. */
  compare?: number | null
}

export interface BarRow {
  key: string
  /** Shortened to its column; `title` is the whole. */
  text: string
  title: string
  valueText: string
  /** The whole line. */
  y: number
  height: number
  bar: Frame
  /** px from the left, when there is a comparison. */
  compareX: number | null
}

export interface BarScene extends Size {
  rows: BarRow[]
  /** Where zero is, px from the left. */
  zero: number
  labelWidth: number
  empty: boolean
}

/** Horizontal bars, one a line, in the order given. The height follows from the lines. */
export function barScene(input: {
  width: number
  items: readonly BarItem[]
  value(value: number): string
  /** px, 28 by default. */
  lineHeight?: number
}): BarScene {
  const { width } = atLeast({ width: input.width, height: 0 })
  const line = input.lineHeight ?? 28
  const items = input.items.map((item) => ({
    ...item,
    value: drawable(item.value),
    compare: drawable(item.compare),
    valueText: drawable(item.value) === null ? '–' : input.value(drawable(item.value)!),
  }))
  const labelWidth = Math.min(
    width * 0.36,
    8 + Math.max(0, ...items.map(({ label }) => textWidth(label, 13))),
  )
  const valueWidth = Math.min(
    width * 0.25,
    10 + Math.max(0, ...items.map(({ valueText }) => textWidth(valueText, 13))),
  )
  const numbers = items.flatMap(({ value, compare }) => [value ?? 0, compare ?? 0])
  const low = Math.min(0, ...numbers)
  const high = Math.max(0, ...numbers)
  const x = scaleLinear(
    [low, high > low ? high : low + 1],
    [labelWidth, Math.max(labelWidth + 1, width - valueWidth)],
  )
  return {
    width,
    height: items.length * line,
    zero: px(x(0)),
    labelWidth: px(labelWidth),
    empty: items.every(({ value }) => value === null || value === 0),
    rows: items.map((item, index): BarRow => {
      const end = x(item.value ?? 0)
      const from = Math.min(x(0), end)
      return {
        key: item.key,
        text: fitted(item.label, labelWidth - 8, 13),
        title: item.label,
        valueText: item.valueText,
        y: index * line,
        height: line,
        bar: {
          x: px(from),
          y: px(index * line + line * 0.25),
          width: px(Math.abs(end - x(0))),
          height: px(line * 0.5),
        },
        compareX: item.compare === null ? null : px(x(item.compare)),
      }
    }),
  }
}
