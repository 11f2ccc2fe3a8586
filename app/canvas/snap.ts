import type { Box } from '#server/canvas/shape.rules.ts'

/** A line along which something stands in line with another, canvas units. */
export interface Guide {
  /** `x`: it stands upright at this x. */
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

export interface Snapped {
  /** How much further to move. */
  dx: number
  dy: number
  guides: Guide[]
}

/** An edge or the middle of a box, and how far the box reaches along it. */
interface Line {
  at: number
  from: number
  to: number
}

const linesOf = ({ x, y, w, h }: Box, axis: 'x' | 'y'): Line[] =>
  axis === 'x'
    ? [x, x + w / 2, x + w].map((at) => ({ at, from: y, to: y + h }))
    : [y, y + h / 2, y + h].map((at) => ({ at, from: x, to: x + w }))

/** The first line at or beyond a place. */
function firstFrom(lines: readonly Line[], at: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((lines[mid]?.at ?? 0) < at) low = mid + 1
    else high = mid
  }
  return low
}

const gap = (a: Line, b: Line) => Math.max(0, b.from - a.to, a.from - b.to)

/** How far the nearest line is from one of these, at most `within`; null when none is that near. */
function nearest(lines: readonly Line[], mine: readonly Line[], within: number): number | null {
  let best: number | null = null
  for (const { at } of mine)
    for (let i = firstFrom(lines, at - within); i < lines.length; i++) {
      const by = (lines[i]?.at ?? 0) - at
      if (by > within) break
      if (best === null || Math.abs(by) < Math.abs(best)) best = by
    }
  return best
}

/** For each of my lines that lies on others: one guide to the nearest of those. */
function guidesOn(lines: readonly Line[], mine: readonly Line[], axis: 'x' | 'y'): Guide[] {
  return mine.flatMap((line) => {
    let near: Line | null = null
    for (let i = firstFrom(lines, line.at - 0.5); i < lines.length; i++) {
      const other = lines[i]
      if (!other || other.at > line.at + 0.5) break
      if (!near || gap(line, other) < gap(line, near)) near = other
    }
    return near
      ? { axis, at: line.at, from: Math.min(line.from, near.from), to: Math.max(line.to, near.to) }
      : []
  })
}

/** Which edges of a box are moved while it is resized. */
interface Moving {
  x: 'low' | 'high' | null
  y: 'low' | 'high' | null
}

const movingOf = (was: Box, now: Box): Moving => ({
  x: was.x !== now.x ? 'low' : was.x + was.w !== now.x + now.w ? 'high' : null,
  y: was.y !== now.y ? 'low' : was.y + was.h !== now.y + now.h ? 'high' : null,
})

/** The lines of a box that are moved along an axis: one edge, or none. */
const movedLine = (box: Box, axis: 'x' | 'y', edge: 'low' | 'high' | null): Line[] =>
  edge === null ? [] : linesOf(box, axis).slice(edge === 'low' ? 0 : 2, edge === 'low' ? 1 : 3)

/** A box of which an edge goes by so much, the opposite one staying. */
function stretched(box: Box, { x, y }: Moving, dx: number, dy: number): Box {
  const w = box.w + (x === 'low' ? -dx : dx)
  const h = box.h + (y === 'low' ? -dy : dy)
  return { x: x === 'low' ? box.x + dx : box.x, y: y === 'low' ? box.y + dy : box.y, w, h }
}

export interface Snapper {
  /** Moves a box by at most `within` canvas units so that it stands in line with others. */
  move(box: Box, within: number): Snapped
  /**
   * The same for the edges that were moved since a box `was`, while it is resized.
   * @param ratio keep that of width to height
   */
  stretch(was: Box, now: Box, within: number, ratio: boolean): { box: Box; guides: Guide[] }
}

/**
 * Prepared once for a drag: the edges and middles of what lies near. What it gives is asked at every step, and costs
 * a few comparisons however many boxes there are.
 */
export function snapper(boxes: readonly Box[]): Snapper {
  const sorted = (axis: 'x' | 'y') => boxes.flatMap((box) => linesOf(box, axis)).sort((a, b) => a.at - b.at)
  const upright = sorted('x')
  const level = sorted('y')
  return {
    move(box, within) {
      const dx = nearest(upright, linesOf(box, 'x'), within)
      const dy = nearest(level, linesOf(box, 'y'), within)
      const there = { ...box, x: box.x + (dx ?? 0), y: box.y + (dy ?? 0) }
      return {
        dx: dx ?? 0,
        dy: dy ?? 0,
        guides: [
          ...(dx === null ? [] : guidesOn(upright, linesOf(there, 'x'), 'x')),
          ...(dy === null ? [] : guidesOn(level, linesOf(there, 'y'), 'y')),
        ],
      }
    },
    stretch(was, now, within, ratio) {
      const moving = movingOf(was, now)
      const dx = nearest(upright, movedLine(now, 'x', moving.x), within)
      const dy = nearest(level, movedLine(now, 'y', moving.y), within)
      if (ratio && (dx !== null || dy !== null)) {
        // The nearer line decides, the other edge follows.
        const byWidth = dy === null || (dx !== null && Math.abs(dx) <= Math.abs(dy))
        const shape = was.w / was.h
        const [sx, sy] = [moving.x === 'low' ? -1 : 1, moving.y === 'low' ? -1 : 1]
        const [x, y] = byWidth
          ? [dx ?? 0, ((dx ?? 0) * sx * sy) / shape]
          : [(dy ?? 0) * sx * sy * shape, dy ?? 0]
        const box = stretched(now, moving, x, y)
        const lines = movedLine(box, byWidth ? 'x' : 'y', byWidth ? moving.x : moving.y)
        return { box, guides: guidesOn(byWidth ? upright : level, lines, byWidth ? 'x' : 'y') }
      }
      const box = stretched(now, moving, dx ?? 0, dy ?? 0)
      return {
        box,
        guides: [
          ...(dx === null ? [] : guidesOn(upright, movedLine(box, 'x', moving.x), 'x')),
          ...(dy === null ? [] : guidesOn(level, movedLine(box, 'y', moving.y), 'y')),
        ],
      }
    },
  }
}
