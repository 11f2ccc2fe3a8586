import { CANVAS, type CanvasObject, type CanvasObjects, type ObjectOf } from './canvas.rules.ts'

export interface Point {
  x: number
  y: number
}
export interface Box extends Point {
  w: number
  h: number
}
type Lookup = Pick<ReadonlyMap<string, CanvasObject>, 'get'>

const middle = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

/** Where the line from inside a box to a point leaves it, with a little air. */
function edgeTowards(box: Box, to: Point, air = 6): Point {
  const from = middle(box)
  const dx = to.x - from.x
  const dy = to.y - from.y
  if (!dx && !dy) return from
  const scale = Math.min(
    dx ? (box.w / 2 + air) / Math.abs(dx) : Number.POSITIVE_INFINITY,
    dy ? (box.h / 2 + air) / Math.abs(dy) : Number.POSITIVE_INFINITY,
    1,
  )
  return { x: from.x + dx * scale, y: from.y + dy * scale }
}

/** The box of the object an arrow ends at; null when the end is free or that object is gone. */
function held(objects: Lookup, id: string | null): Box | null {
  const object = id === null ? undefined : objects.get(id)
  return object && object.kind !== 'arrow' ? object : null
}

/** Where an arrow begins and points now: at the edges of its objects, or where its free ends lie. */
export function endsOf(arrow: ObjectOf<'arrow'>, objects: Lookup): { from: Point; to: Point } {
  const start = held(objects, arrow.fromId)
  const end = held(objects, arrow.toId)
  const free = { from: { x: arrow.x, y: arrow.y }, to: { x: arrow.x2, y: arrow.y2 } }
  return {
    from: start ? edgeTowards(start, end ? middle(end) : free.to) : free.from,
    to: end ? edgeTowards(end, start ? middle(start) : free.from) : free.to,
  }
}

/** The box an object takes up; a straight arrow has one of at least 1. */
export function boxOf(object: CanvasObject, objects: Lookup): Box {
  if (object.kind !== 'arrow') return object
  const { from, to } = endsOf(object, objects)
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.max(1, Math.abs(from.x - to.x)),
    h: Math.max(1, Math.abs(from.y - to.y)),
  }
}

/** The smallest box around others; null around nothing. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (!boxes.length) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.w))
  const bottom = Math.max(...boxes.map((box) => box.y + box.h))
  return { x, y, w: right - x, h: bottom - y }
}

/** What lies on a frame with the whole of itself: it moves along, and is of the frame's campaign. */
export function insideFrame(frame: Box, id: string, objects: ReadonlyMap<string, CanvasObject>): string[] {
  const inside: string[] = []
  for (const [other, object] of objects) {
    if (other === id) continue
    const box = boxOf(object, objects)
    const fits =
      box.x >= frame.x &&
      box.y >= frame.y &&
      box.x + box.w <= frame.x + frame.w &&
      box.y + box.h <= frame.y + frame.h
    if (fits) inside.push(other)
  }
  return inside
}

/** The campaign of the frame that an object lies on, the innermost first; null when on none with one. */
export function campaignAt(box: Box, objects: ReadonlyMap<string, CanvasObject>): string | null {
  let best: ObjectOf<'frame'> | null = null
  const { x, y } = middle(box)
  for (const object of objects.values()) {
    if (object.kind !== 'frame' || !object.campaignId) continue
    const on = x >= object.x && x <= object.x + object.w && y >= object.y && y <= object.y + object.h
    if (on && (!best || object.w * object.h < best.w * best.h)) best = object
  }
  return best?.campaignId ?? null
}

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof ALIGNMENTS)[number]

/** Where boxes go so that they stand in line with the bounds of all; those that stay are left out. */
export function align(boxes: ReadonlyMap<string, Box>, how: Alignment): Record<string, Point> {
  const bounds = boundsOf([...boxes.values()])
  const moves: Record<string, Point> = {}
  if (!bounds) return moves
  for (const [id, { x, y, w, h }] of boxes) {
    const to = {
      left: { x: bounds.x, y },
      centre: { x: bounds.x + (bounds.w - w) / 2, y },
      right: { x: bounds.x + bounds.w - w, y },
      top: { x, y: bounds.y },
      middle: { x, y: bounds.y + (bounds.h - h) / 2 },
      bottom: { x, y: bounds.y + bounds.h - h },
    }[how]
    if (to.x !== x || to.y !== y) moves[id] = to
  }
  return moves
}

const onCanvas = (place: number): number => Math.max(-CANVAS.edge, Math.min(CANVAS.edge, place))

/** What to change of an object so that it lies elsewhere by so much, at most at the edge: beyond, it would be none. */
export function moved(object: CanvasObject, dx: number, dy: number): Partial<ObjectOf<'arrow'>> {
  const to = { x: onCanvas(object.x + dx), y: onCanvas(object.y + dy) }
  if (object.kind !== 'arrow') return to
  return { ...to, x2: onCanvas(object.x2 + dx), y2: onCanvas(object.y2 + dy) }
}

/** Ids from the bottom to the top. */
export const inOrder = (objects: ReadonlyMap<string, CanvasObject>): string[] =>
  [...objects]
    .sort(([a, one], [b, two]) => (one.z < two.z ? -1 : one.z > two.z ? 1 : a < b ? -1 : 1))
    .map(([id]) => id)

/**
 * Copies with ids, groups and arrow ends of their own, moved by so much. Ends at objects that are not copied along
 * become free.
 * @param newId makes an id
 */
export function copied(objects: CanvasObjects, by: Point, newId: () => string): CanvasObjects {
  const ids = new Map(Object.keys(objects).map((id) => [id, newId()]))
  const groups = new Map<string, string>()
  const again = (group: string) => {
    const known = groups.get(group) ?? newId()
    groups.set(group, known)
    return known
  }
  const copies: CanvasObjects = {}
  for (const [id, object] of Object.entries(objects)) {
    const copy = { ...object, ...moved(object, by.x, by.y), locked: false } as CanvasObject
    copy.group = object.group === null ? null : again(object.group)
    if (copy.kind === 'arrow') {
      copy.fromId = ids.get(copy.fromId ?? '') ?? null
      copy.toId = ids.get(copy.toId ?? '') ?? null
    }
    copies[ids.get(id) ?? newId()] = copy
  }
  return copies
}
