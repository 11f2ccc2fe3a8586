import type { PlainLsonObject } from '@liveblocks/node'
import { newId } from '#db/id.ts'
import type { App } from '../app.ts'
import { Problem } from '../platform/problem.ts'
import { type CanvasObject, type CanvasObjects, canvasRoom, readObjects } from './canvas.rules.ts'
import { newestSnapshot } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'

/** What a room cannot be asked now: the interface says that presence is away. */
const away = () => new Problem('canvas.away', { status: 503 })

async function reach<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw Object.assign(away(), { cause: error })
  }
}

const plain = (object: CanvasObject) => ({ liveblocksType: 'LiveObject' as const, data: { ...object } })

/** The first storage of a room. `filled` tells the browsers when it is another's: what they could undo is gone then. */
function storageOf(objects: CanvasObjects): PlainLsonObject {
  const data = Object.fromEntries(Object.entries(objects).map(([id, one]) => [id, plain(one)]))
  return {
    liveblocksType: 'LiveObject',
    data: { version: 1, filled: newId(), objects: { liveblocksType: 'LiveMap', data } },
  } as PlainLsonObject
}

/**
 * Fills a room that holds nothing from the newest snapshot: at the first visit, or after the presence server has lost
 * its data. True when it did. Never by a browser: two of them would each fill it, and lose half of the edits.
 */
export async function fillRoom(app: App, workspaceId: string, id: string): Promise<boolean> {
  const newest = await newestSnapshot(app.store.read, workspaceId, id)
  const objects = newest ? await unpackObjects(newest.packed) : {}
  return reach(app.presence.rooms.initStorage(canvasRoom(workspaceId, id), storageOf(objects)))
}

/**
 * Brings the newest snapshot into a room of which a program has made something in which no objects can be: nobody could
 * work there, nor bring an older state back. True when it did.
 */
export async function mendRoom(app: App, workspaceId: string, id: string): Promise<boolean> {
  const newest = await newestSnapshot(app.store.read, workspaceId, id)
  if (!newest || readObjects(await rawRoom(app, workspaceId, id))) return false
  await replaceRoom(app, workspaceId, id, await unpackObjects(newest.packed))
  return true
}

/** What a room stores, unread. */
export const rawRoom = (app: App, workspaceId: string, id: string): Promise<unknown> =>
  reach(app.presence.rooms.readStorage(canvasRoom(workspaceId, id)))

/** What is on the canvas now, of what the schema knows; null when its room has not been filled. */
export const readRoom = async (app: App, workspaceId: string, id: string): Promise<CanvasObjects | null> =>
  objectsIn(app, workspaceId, id, await rawRoom(app, workspaceId, id))

/** The objects in what `rawRoom` gave; what is none is logged and left out. */
export function objectsIn(app: App, workspaceId: string, id: string, raw: unknown): CanvasObjects | null {
  const read = readObjects(raw)
  if (!read) return null
  if (read.dropped) app.log.warn({ workspaceId, canvas: id, dropped: read.dropped }, 'no objects of a canvas')
  return read.objects
}

/** What the root of a room holds. */
const OURS = new Set(['version', 'filled', 'objects', 'brought'])
/** Whether what a room stores is this object, in whatever order its fields came there. */
function holds(stored: object, object: CanvasObject): boolean {
  const fields = Object.entries(object)
  return (
    Object.keys(stored).length === fields.length &&
    fields.every(
      ([key, value]) => JSON.stringify((stored as Record<string, unknown>)[key]) === JSON.stringify(value),
    )
  )
}

/** How often it is tried to make a room hold what it shall, and how long between, ms. */
const TRIES = 5
const BETWEEN_MS = 400

/**
 * Makes a filled room hold exactly these objects, in front of everybody who is there. Throws `canvas.away` when it could
 * not be begun: then nothing has changed. What is lost on its way is sent again, and `canvas.half` tells when that
 * does not help either.
 */
export async function replaceRoom(
  app: App,
  workspaceId: string,
  id: string,
  objects: CanvasObjects,
): Promise<void> {
  const { LiveMap, LiveObject } = await import('@liveblocks/node')
  // Changes go there in parts, and nobody says that one was lost: when the last is there, all of them are.
  const last = newId()
  let begun = false
  const change = () =>
    app.presence.rooms.mutateStorage(canvasRoom(workspaceId, id), (root) => {
      begun = true
      const map = root.get('objects')
      if (map instanceof LiveMap) {
        for (const key of [...map.keys()]) if (!Object.hasOwn(objects, String(key))) map.delete(key)
        for (const [key, object] of Object.entries(objects)) {
          const now = map.get(key)
          if (!(now instanceof LiveObject && holds(now.toJSON(), object)))
            map.set(key, new LiveObject({ ...object }))
        }
      } else {
        // A program has put something else in its place: all of it is another's now.
        const all = Object.entries(objects).map(
          ([key, object]) => [key, new LiveObject({ ...object })] as const,
        )
        root.update({ filled: newId(), objects: new LiveMap(all) })
      }
      for (const key of Object.keys(root.toJSON())) if (!OURS.has(key)) root.delete(key)
      root.set('brought', last)
    })
  const arrived = async () =>
    ((await rawRoom(app, workspaceId, id)) as { brought?: unknown } | null)?.brought === last

  for (let tries = 1; ; tries++) {
    try {
      await change()
      if (await arrived()) return
    } catch (error) {
      if (!begun) throw Object.assign(away(), { cause: error })
      if (tries === TRIES) throw Object.assign(new Problem('canvas.half', { status: 503 }), { cause: error })
    }
    if (tries === TRIES) throw new Problem('canvas.half', { status: 503 })
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS * tries))
  }
}
