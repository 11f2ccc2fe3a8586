import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'
import { isRank } from '../post/rank.rules.ts'

/** What a canvas holds at most. Lengths of texts in characters, of everything else in canvas units (CSS px at 100 %). */
export const CANVAS = {
  objects: 5_000,
  /** From so many on one is told how many more fit. */
  nearly: 4_800,
  /**
   * How many are drawn and kept when there are more, because several filled it at once or a program wrote past the
   * limit: nothing that people made is lost.
   */
  kept: 10_000,
  /** How much is put on it, as `weigh` counts: with 20 MB somebody else waits seconds for it, and the server for them all. */
  bytes: 8_000_000,
  nearlyBytes: 7_200_000,
  /** How much is drawn and kept, for the same reasons as `kept`. */
  keptBytes: 16_000_000,
  /** A room in which a program has put more, in characters of JSON, is brought down to what is kept of it. */
  roomBytes: 32_000_000,
  name: 120,
  note: 2_000,
  text: 5_000,
  title: 120,
  alt: 500,
  /** Numbers in a stroke: two for each point. */
  points: 2_000,
  /** How far from the middle anything lies. */
  edge: 1_000_000,
  /** Wider than the largest screen shows from the furthest away, and higher than the longest text in the narrowest box. */
  size: 200_000,
} as const

const away = z.number().min(-CANVAS.edge).max(CANVAS.edge)
const length = z.number().min(1).max(CANVAS.size)
export const objectId = z
  .string()
  .min(1)
  .max(64)
  // The one name that an object of this language does not take as a name.
  .refine((id) => id !== '__proto__')
const hue = z.int().min(0).max(11)

const any = {
  x: away,
  y: away,
  /**
   * Fractional index: what has the higher one lies on top. What is none lies at the bottom: nothing could be put above or
   * below it, and so nothing on the whole canvas.
   */
  z: z.string().refine(isRank).catch('a0'),
  locked: z.boolean().default(false),
  /** Objects with the same name move together. */
  group: objectId.nullable().default(null),
}
const box = { ...any, w: length, h: length }

export const TEXT_SIZES = ['s', 'm', 'l'] as const

/** Everything that can stand on a canvas, by its kind. The key in the map is its id. */
export const canvasObject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), ...box, text: z.string().max(CANVAS.note), hue }),
  z.object({
    kind: z.literal('text'),
    ...box,
    text: z.string().max(CANVAS.text),
    size: z.enum(TEXT_SIZES),
  }),
  z.object({
    kind: z.literal('frame'),
    ...box,
    title: z.string().max(CANVAS.title),
    /** The campaign it stands for. */
    campaignId: z.string().max(64).nullable(),
    hue,
  }),
  z.object({
    kind: z.literal('image'),
    ...box,
    assetId: z.string().min(1).max(64),
    alt: z.string().max(CANVAS.alt),
  }),
  z.object({ kind: z.literal('post'), ...box, postId: z.string().min(1).max(64) }),
  z.object({
    kind: z.literal('arrow'),
    ...any,
    /** Where it points, when it points at no object. */
    x2: away,
    y2: away,
    /** The objects at its ends; null, or one that is gone: the end is free. */
    fromId: objectId.nullable(),
    toId: objectId.nullable(),
    hue,
  }),
  z.object({
    kind: z.literal('stroke'),
    ...box,
    /** x, y, x, y, ... from the left upper corner of its box. */
    points: z
      .array(z.number().min(-CANVAS.size).max(CANVAS.size))
      .min(4)
      .max(CANVAS.points)
      .refine((points) => points.length % 2 === 0),
    width: z.number().min(1).max(40),
    hue,
  }),
])
export type CanvasObject = z.infer<typeof canvasObject>
export type ObjectKind = CanvasObject['kind']
export type ObjectOf<K extends ObjectKind> = Extract<CanvasObject, { kind: K }>
export type CanvasObjects = Record<string, CanvasObject>

/** About how many bytes an object takes up. Cheap, for it is asked at every step of a drag. */
export function weigh(object: CanvasObject): number {
  const words =
    'text' in object ? object.text : 'title' in object ? object.title : 'alt' in object ? object.alt : ''
  return 200 + 2 * words.length + (object.kind === 'stroke' ? 8 * object.points.length : 0)
}
export const weighAll = (objects: Iterable<CanvasObject>): number => {
  let sum = 0
  for (const object of objects) sum += weigh(object)
  return sum
}

export const someObjects = z.record(objectId, canvasObject)
export const canvasObjects = someObjects.refine(
  (objects) =>
    Object.keys(objects).length <= CANVAS.objects && weighAll(Object.values(objects)) <= CANVAS.bytes,
  { message: 'canvas.full' },
)

export const canvasName = nameText().min(1).max(CANVAS.name)

/**
 * The objects in what a room stores, sorted by id. What is not of the schema, and what is beyond the limit, is left out
 * and counted. Null: the room has never been filled, or holds something else in their place.
 */
export function readObjects(stored: unknown): { objects: CanvasObjects; dropped: number } | null {
  const raw = (stored as { objects?: unknown } | null)?.objects
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null
  const objects: CanvasObjects = {}
  const ids = Object.keys(raw).sort()
  let kept = 0
  let bytes = 0
  for (const id of ids) {
    // Nothing after it is looked at: whoever has put that much there could have us read for seconds.
    if (kept === CANVAS.kept || bytes > CANVAS.keptBytes) break
    const read = canvasObject.safeParse((raw as Record<string, unknown>)[id])
    if (!read.success || !objectId.safeParse(id).success) continue
    objects[id] = read.data
    kept++
    bytes += weigh(read.data)
  }
  return { objects, dropped: ids.length - kept }
}

/** The presence room of a canvas. */
export const canvasRoom = (workspaceId: string, id: string): string => `${workspaceId}:canvas:${id}`

/** Which canvas a room is of; null when it is of none. */
export function canvasOf(room: string): { workspaceId: string; id: string } | null {
  const [workspaceId = '', family, id = '', ...more] = room.split(':')
  return family === 'canvas' && workspaceId && id && more.length === 0 ? { workspaceId, id } : null
}

export type CanvasRefusal = 'canvas.away' | 'canvas.half'
