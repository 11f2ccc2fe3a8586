import { arc, pie } from 'd3'
import { drawable, type Frame, px } from './scene.ts'

export interface ShareItem {
  key: string
  label: string
  /** Negative and missing count as 0. */
  value: number | null
}

export interface SharePart {
  key: string
  label: string
  value: number
  /** Whole percents; the parts' sum is 100 unless all is 0. */
  percent: number
  /** Its place in a bar. */
  bar: Frame
  /** Its sector of a ring around (0, 0), as path data. */
  sector: string
}

export interface ShareScene {
  width: number
  height: number
  total: number
  parts: SharePart[]
}

/** Shares of a whole, as a bar of `width` x `height` px and as a ring of `radius` px: draw either. */
export function shareScene(input: {
  items: readonly ShareItem[]
  width: number
  height: number
  radius?: number
}): ShareScene {
  const width = Math.max(40, Number.isFinite(input.width) ? input.width : 40)
  const radius = input.radius ?? 48
  const most = 1e15 / Math.max(1, input.items.length)
  const values = input.items.map(({ value }) => Math.max(0, Math.min(most, drawable(value) ?? 0)))
  const total = values.reduce((sum, value) => sum + value, 0)
  const percents = wholePercents(values, total)
  const ring = arc<{ startAngle: number; endAngle: number }>()
    .innerRadius(radius * 0.68)
    .outerRadius(radius)
    .digits(1)
  const angles = pie<number>().sort(null).padAngle(0)(values)
  let x = 0
  return {
    width,
    height: input.height,
    total,
    parts: input.items.map((item, index) => {
      const value = values[index]!
      const wide = total === 0 ? 0 : (value / total) * width
      const bar: Frame = { x: px(x), y: 0, width: px(wide), height: input.height }
      x += wide
      const sector = total === 0 || value === 0 ? '' : (ring(angles[index]!) ?? '')
      return { key: item.key, label: item.label, value, percent: percents[index]!, bar, sector }
    }),
  }
}

/** Rounded so that they add up to 100: the largest remainders are rounded up. */
function wholePercents(values: readonly number[], total: number): number[] {
  if (total === 0) return values.map(() => 0)
  const exact = values.map((value) => (100 * value) / total)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
  order.sort((a, b) => b.rest - a.rest)
  for (const { index } of order.slice(0, Math.max(0, missing))) whole[index]! += 1
  return whole
}
