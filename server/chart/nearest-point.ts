import { bisector } from 'd3'

const byX = bisector<{ x: number }, number>(({ x }) => x)

/** The index of the point nearest to `x` px; points ascend in x. -1 when there is none. */
export function nearestPoint(points: readonly { x: number }[], x: number): number {
  return points.length === 0 ? -1 : Math.min(points.length - 1, byX.center(points as { x: number }[], x))
}
