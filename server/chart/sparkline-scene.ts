import { area, curveMonotoneX, line, scaleLinear } from 'd3'
import { atLeast, inOrder, type Point, px, type Reading, type Size } from './scene.ts'

export interface SparklineScene extends Size {
  path: string
  area: string
  /** The last known reading. */
  end: Point | null
}

/** A line of the size of a word: no axes, from its own least to its own most, 2 px kept free for the stroke. */
export function sparklineScene(input: Size & { readings: readonly Reading[] }): SparklineScene {
  const { width, height } = atLeast(input)
  const readings = inOrder(input.readings)
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = readings[0]?.at ?? 0
  const last = readings.at(-1)?.at ?? first
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0)
  const high = values.reduce((most, value) => Math.max(most, value), low)
  const x = last > first ? scaleLinear([first, last], [2, width - 2]) : () => width / 2
  const y = high > low ? scaleLinear([low, high], [height - 2, 2]) : () => height / 2
  const defined = ({ value }: Reading) => value !== null
  const path = line<Reading>(
    ({ at }) => x(at),
    ({ value }) => y(value ?? 0),
  )
  const under = area<Reading>(
    ({ at }) => x(at),
    height,
    ({ value }) => y(value ?? 0),
  )
  const end = readings.findLast(defined)
  return {
    width,
    height,
    path: path.defined(defined).curve(curveMonotoneX).digits(1)(readings) ?? '',
    area: under.defined(defined).curve(curveMonotoneX).digits(1)(readings) ?? '',
    end: end ? { x: px(x(end.at)), y: px(y(end.value ?? 0)) } : null,
  }
}
