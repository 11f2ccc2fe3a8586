import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { type Box, boxOf, endsOf, type Point } from '#server/canvas/shape.rules.ts'

/**
 * What a rectangle that is drawn on the canvas chooses: what it touches. A line only where it runs, and a frame only
 * with the whole of it, for one draws within frames.
 */
export function caughtIn(area: Box, objects: ReadonlyMap<string, CanvasObject>): string[] {
  return [...objects].flatMap(([id, object]) => (catches(area, object, objects) ? id : []))
}

function catches(area: Box, object: CanvasObject, objects: ReadonlyMap<string, CanvasObject>): boolean {
  const box = boxOf(object, objects)
  const right = area.x + area.w
  const bottom = area.y + area.h
  if (object.kind === 'frame')
    return box.x >= area.x && box.y >= area.y && box.x + box.w <= right && box.y + box.h <= bottom
  const touched = box.x <= right && box.y <= bottom && box.x + box.w >= area.x && box.y + box.h >= area.y
  if (!touched) return false
  if (object.kind === 'arrow') {
    const { from, to } = endsOf(object, objects)
    return crosses(area, from, to)
  }
  if (object.kind !== 'stroke') return true
  const at = (index: number): Point => ({
    x: object.x + (object.points[index] ?? 0),
    y: object.y + (object.points[index + 1] ?? 0),
  })
  for (let i = 0; i + 3 < object.points.length; i += 2) if (crosses(area, at(i), at(i + 2))) return true
  return false
}

/** Whether any of a straight line lies in a rectangle. */
function crosses({ x, y, w, h }: Box, from: Point, to: Point): boolean {
  let [begin, end] = [0, 1]
  for (const [start, way, low, high] of [
    [from.x, to.x - from.x, x, x + w],
    [from.y, to.y - from.y, y, y + h],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return false
      continue
    }
    const [one, two] = [(low - start) / way, (high - start) / way]
    begin = Math.max(begin, Math.min(one, two))
    end = Math.min(end, Math.max(one, two))
  }
  return begin <= end
}
