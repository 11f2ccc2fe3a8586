import { LiveMap, LiveObject, type LsonObject } from '@liveblocks/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  CANVAS,
  type CanvasObject,
  type CanvasObjects,
  canvasObject,
  objectId,
  weigh,
  weighAll,
} from '#server/canvas/canvas.rules.ts'
import { inOrder } from '#server/canvas/shape.rules.ts'
import type { PresenceRoomOf } from '../live/presence/feed-room.ts'

type Stored = LiveObject<LsonObject>
type Root = LiveObject<{ filled?: string; objects?: LiveMap<string, Stored> }>

export interface DocState {
  /** By id. Another map after every change; an object that did not change is the same object. */
  objects: ReadonlyMap<string, CanvasObject>
  /** Ids from the bottom to the top; the same list while nothing came, went or changed its place in it. */
  order: readonly string[]
  /** False until the content is here. */
  ready: boolean
  /** How many are stored: more than are drawn when there are very many. */
  stored: number
  /** About how many bytes what is drawn takes up. */
  bytes: number
  /** The room takes no changes from me: what I do then does nothing. It may know before the page does, or after. */
  readOnly: boolean
  canUndo: boolean
  canRedo: boolean
}

/** What may be changed of an object: its kind stays. */
export type Patch = Partial<Record<string, string | number | boolean | null | number[]>>

/** The content of a canvas, shared through its room. */
export interface CanvasDoc {
  store: StoreApi<DocState>
  /** Puts objects on it; or says of what there would be too much, and then puts none. */
  add(objects: CanvasObjects): 'added' | 'readOnly' | 'tooMany' | 'tooHeavy'
  /** How many more fit. */
  room(): number
  /** Changes objects that are still there. */
  change(patches: Record<string, Patch>): void
  /** Puts another object, perhaps of another kind, in the place of one; nothing when that is gone. */
  replace(id: string, object: CanvasObject): void
  remove(ids: Iterable<string>): void
  /** Everything in it is one change for others, and one step to undo. */
  together(work: () => void): void
  /** Everything until `end` is one step to undo. */
  begin(): void
  end(): void
  undo(): void
  redo(): void
  close(): void
}

/** Binds the storage of a room. Objects that are not of the schema are not shown, whoever has put them there. */
export function createCanvasDoc(room: PresenceRoomOf): CanvasDoc {
  const store = createStore<DocState>(() => ({
    objects: new Map(),
    order: [],
    ready: false,
    stored: 0,
    bytes: 0,
    readOnly: false,
    canUndo: false,
    canRedo: false,
  }))
  const idOf = new WeakMap<object, string>()
  let root: Root | undefined
  let map: LiveMap<string, Stored> | undefined
  let filled: string | undefined
  let closed = false
  let offMap = () => {}
  const ends: (() => void)[] = []

  function read(id: string): CanvasObject | undefined {
    const stored = map?.get(id)
    if (!(stored instanceof LiveObject) || !objectId.safeParse(id).success) return
    idOf.set(stored, id)
    const known = canvasObject.safeParse(stored.toJSON())
    return known.success ? known.data : undefined
  }

  function take(ids: Iterable<string>): void {
    const before = store.getState()
    const objects = new Map(before.objects)
    let shuffled = false
    let { bytes } = before
    const look = (id: string) => {
      const was = objects.get(id)
      const fits = objects.size < CANVAS.kept && bytes <= CANVAS.keptBytes
      const is = was || fits ? read(id) : undefined
      bytes += (is ? weigh(is) : 0) - (was ? weigh(was) : 0)
      if (is) objects.set(id, is)
      else objects.delete(id)
      shuffled ||= was?.z !== is?.z
    }
    for (const id of ids) look(id)
    // Where there was too much to draw it all, what has gone makes room for what was not drawn.
    if (map && objects.size < before.objects.size && objects.size < map.size)
      for (const id of [...map.keys()].sort()) if (!objects.has(id)) look(id)
    const order = shuffled ? inOrder(objects) : before.order
    store.setState({ objects, order, bytes, stored: map?.size ?? 0 })
  }

  /** The map is another: the first time, or when the room has lost its content and was filled again. */
  function attach(): void {
    const stored: unknown = root?.get('objects')
    // Whatever a program may have put there.
    const now = stored instanceof LiveMap ? (stored as LiveMap<string, Stored>) : undefined
    const by = root?.get('filled')
    if (now === map && by === filled) return
    offMap()
    map = now
    // What could be undone belonged to objects that are others now.
    if (filled !== undefined && by !== undefined) room.history.clear()
    filled = by ?? filled
    if (!map) {
      store.setState({ objects: new Map(), order: [], ready: false, stored: 0, bytes: 0 })
      return
    }
    offMap = room.subscribe(
      map,
      (updates) => {
        const ids = new Set<string>()
        for (const update of updates)
          if (update.node === map && update.type === 'LiveMap')
            for (const id of Object.keys(update.updates)) ids.add(id)
          else {
            const id = idOf.get(update.node)
            if (id !== undefined) ids.add(id)
          }
        take(ids)
      },
      { isDeep: true },
    )
    store.setState({ objects: new Map(), order: [], bytes: 0 })
    // As the server keeps them: the first by their keys, when there are too many.
    take([...map.keys()].sort())
    store.setState({ ready: true })
  }

  async function open(): Promise<void> {
    const storage = await room.getStorage()
    if (closed) return
    root = storage.root as unknown as Root
    ends.push(room.subscribe(root, attach))
    attach()
  }
  ends.push(room.subscribe('history', ({ canUndo, canRedo }) => store.setState({ canUndo, canRedo })))
  /** Known from the moment that the room says who is there. */
  const mayNot = () => room.getSelf()?.canWrite === false
  const look = () => {
    const readOnly = mayNot()
    if (readOnly !== store.getState().readOnly) store.setState({ readOnly })
  }
  ends.push(room.subscribe('others', look), room.subscribe('status', look))
  void open()

  /** The library throws at who may not write. */
  const writing = (work: () => void) => {
    if (!mayNot()) work()
  }
  const together = (work: () => void) => writing(() => room.batch(work))
  const free = () => (map ? Math.max(0, CANVAS.objects - map.size) : 0)
  return {
    store,
    room: free,
    together,
    add(objects) {
      const list = Object.entries(objects)
      if (mayNot()) return 'readOnly'
      if (!map || list.length > free()) return 'tooMany'
      if (store.getState().bytes + weighAll(Object.values(objects)) > CANVAS.bytes) return 'tooHeavy'
      together(() => {
        for (const [id, object] of list) map?.set(id, new LiveObject({ ...object } as LsonObject))
      })
      return 'added'
    },
    change(patches) {
      together(() => {
        for (const [id, patch] of Object.entries(patches)) map?.get(id)?.update(patch as LsonObject)
      })
    },
    replace(id, object) {
      writing(() => {
        if (map?.has(id)) map.set(id, new LiveObject({ ...object } as LsonObject))
      })
    },
    remove(ids) {
      together(() => {
        for (const id of ids) map?.delete(id)
      })
    },
    begin: () => room.history.pause(),
    end: () => room.history.resume(),
    undo: () => writing(() => room.history.undo()),
    redo: () => writing(() => room.history.redo()),
    close() {
      closed = true
      offMap()
      for (const end of ends) end()
    },
  }
}
