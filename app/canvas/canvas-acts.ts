import { v7 as newId, v5 } from 'uuid'
import { CANVAS, type CanvasObject, type CanvasObjects, type ObjectOf } from '#server/canvas/canvas.rules.ts'
import {
  type Alignment,
  align,
  type Box,
  boundsOf,
  boxOf,
  campaignAt,
  copied,
  moved,
  type Point,
} from '#server/canvas/shape.rules.ts'
import { rankBetween, ranksFor } from '#server/post/rank.rules.ts'
import type { CanvasDoc, Patch } from './canvas-doc.ts'
import type { CanvasUi } from './canvas-ui.ts'

export type CanvasActs = ReturnType<typeof createCanvasActs>

/** An object before it has a place in the order. */
type Draft = CanvasObject extends infer O
  ? O extends CanvasObject
    ? Omit<O, 'z' | 'locked' | 'group'>
    : never
  : never

interface Parts {
  /** A UUID. */
  canvasId: string
  doc: CanvasDoc
  ui: CanvasUi
  /** Says of what there would be too much. */
  full(what: 'tooMany' | 'tooHeavy'): void
  /**
   * Makes the post of a note under this id, once however often it is asked; false when another has the id, such as an
   * archived one. Rejects with the reason.
   */
  makePost(id: string, text: string, campaignId: string | null): Promise<boolean>
}

const POST: Pick<Box, 'w' | 'h'> = { w: 260, h: 132 }
const NOTE: Pick<Box, 'w' | 'h'> = { w: 200, h: 140 }
const BESIDE = 16
const STEP = 24

/** Everything that is done to a canvas from keys, buttons and menus. */
export function createCanvasActs({ canvasId, doc, ui, full, makePost }: Parts) {
  const state = () => doc.store.getState()
  const chosen = () => [...ui.store.getState().selection].filter((id) => state().objects.has(id))
  /** Chosen and not locked, with what they are. */
  const free = (): [string, CanvasObject][] =>
    chosen().flatMap((id) => {
      const object = state().objects.get(id)
      return object && !object.locked ? [[id, object] as [string, CanvasObject]] : []
    })
  const top = () => state().objects.get(state().order.at(-1) ?? '')?.z ?? null
  const bottom = () => state().objects.get(state().order[0] ?? '')?.z ?? null

  function addAll(objects: CanvasObjects): boolean {
    const within = Object.entries(objects).map(([id, object]) => [id, { ...object, ...moved(object, 0, 0) }])
    const done = doc.add(Object.fromEntries(within))
    if (done === 'added') return true
    if (done !== 'readOnly') full(done)
    return false
  }

  /** Puts one object on top (a frame below everything) and chooses it; null when it does not fit. */
  function add(draft: Draft): string | null {
    const id = newId()
    const z = draft.kind === 'frame' ? rankBetween(null, bottom()) : rankBetween(top(), null)
    const object = { ...draft, z, locked: false, group: null } as CanvasObject
    if (!addAll({ [id]: object })) return null
    ui.select([id])
    return id
  }

  function changeFree(patch: (object: CanvasObject, id: string) => Patch | null): void {
    const patches: Record<string, Patch> = {}
    for (const [id, object] of free()) {
      const change = patch(object, id)
      if (change) patches[id] = change
    }
    if (Object.keys(patches).length) doc.change(patches)
  }

  /** Puts objects on top, in their own order, and chooses them. */
  function addOnTop(objects: CanvasObjects): void {
    const ids = Object.entries(objects)
      .sort(([, one], [, two]) => (one.z < two.z ? -1 : 1))
      .map(([id]) => id)
    let z = top()
    const placed: CanvasObjects = {}
    for (const id of ids) {
      const object = objects[id]
      if (!object) continue
      z = rankBetween(z, null)
      placed[id] = { ...object, z }
    }
    if (addAll(placed)) ui.select(ids)
  }

  /** Notes that are becoming posts. */
  const becoming = new Set<string>()

  const picked = (): CanvasObjects =>
    Object.fromEntries(
      chosen().flatMap((id) => {
        const object = state().objects.get(id)
        return object ? [[id, object]] : []
      }),
    )

  return {
    add,
    addOnTop,
    /** Whether so many more fit; says so when they do not. */
    fits(count: number): boolean {
      if (count <= doc.room()) return true
      full('tooMany')
      return false
    },
    /** Several notes around a point, in rows. */
    notes(at: Point, texts: readonly string[]) {
      const columns = Math.min(8, Math.ceil(Math.sqrt(texts.length)))
      const rows = Math.ceil(texts.length / columns)
      const hue = ui.store.getState().hue
      const z = ranksFor(texts.length)
      addOnTop(
        Object.fromEntries(
          texts.map((text, index): [string, CanvasObject] => [
            newId(),
            {
              kind: 'note',
              x: Math.round(at.x + ((index % columns) - columns / 2) * (NOTE.w + BESIDE)),
              y: Math.round(at.y + (Math.floor(index / columns) - rows / 2) * (NOTE.h + BESIDE)),
              ...NOTE,
              text,
              hue,
              z: z[index] ?? 'a0',
              locked: false,
              group: null,
            },
          ]),
        ),
      )
    },
    /** What is chosen, for the clipboard. */
    picked,
    note: (at: Point, text = '') =>
      add({
        kind: 'note',
        x: at.x - 100,
        y: at.y - 70,
        ...NOTE,
        text: text.slice(0, CANVAS.note),
        hue: ui.store.getState().hue,
      }),
    text: (at: Point) => add({ kind: 'text', x: at.x, y: at.y - 16, w: 240, h: 40, text: '', size: 'm' }),
    frame(box: Box) {
      const large = box.w > 40 && box.h > 40 ? box : { x: box.x, y: box.y, w: 480, h: 360 }
      return add({ kind: 'frame', ...large, title: '', campaignId: null, hue: ui.store.getState().hue })
    },
    post: (postId: string, at: Point) =>
      add({ kind: 'post', x: at.x - POST.w / 2, y: at.y - POST.h / 2, ...POST, postId }),
    /** Chooses these and everything grouped with them. */
    select(ids: Iterable<string>) {
      const { objects } = state()
      const wanted = new Set(ids)
      const groups = new Set<string>()
      for (const id of wanted) {
        const group = objects.get(id)?.group
        if (group) groups.add(group)
      }
      if (groups.size) for (const [id, { group }] of objects) if (group && groups.has(group)) wanted.add(id)
      ui.select(wanted)
    },
    /** Adds one to what is chosen, or takes it out, with everything grouped with it. */
    toggle(id: string) {
      const { objects } = state()
      const group = objects.get(id)?.group
      const mates = group ? [...objects].flatMap(([other, one]) => (one.group === group ? other : [])) : [id]
      const { selection } = ui.store.getState()
      ui.select(
        selection.has(id) ? [...selection].filter((one) => !mates.includes(one)) : [...selection, ...mates],
      )
    },
    selectAll: () => ui.select(state().order),
    remove() {
      const ids = free().map(([id]) => id)
      if (!ids.length) return
      doc.remove(ids)
      ui.select(chosen())
    },
    move: (dx: number, dy: number) => changeFree((object) => moved(object, dx, dy) as Patch),
    paint(hue: number) {
      ui.colour(hue)
      changeFree((object) => ('hue' in object ? { hue } : null))
    },
    size: (size: ObjectOf<'text'>['size']) =>
      changeFree((object) => (object.kind === 'text' ? { size } : null)),
    duplicate: () => addOnTop(copied(picked(), { x: STEP, y: STEP }, newId)),
    /** Puts copies of what was copied around a point. */
    paste(objects: CanvasObjects, at: Point) {
      const lookup = new Map(Object.entries(objects))
      const bounds = boundsOf([...lookup.values()].map((object) => boxOf(object, lookup)))
      if (!bounds) return
      const by = { x: at.x - bounds.x - bounds.w / 2, y: at.y - bounds.y - bounds.h / 2 }
      addOnTop(copied(objects, by, newId))
    },
    group() {
      const group = newId()
      if (free().length > 1) changeFree(() => ({ group }))
    },
    ungroup: () => changeFree((object) => (object.group ? { group: null } : null)),
    /** Locks what is chosen; when all of it is locked, unlocks it. */
    lock() {
      const ids = chosen()
      const locked = !ids.every((id) => state().objects.get(id)?.locked)
      doc.change(Object.fromEntries(ids.map((id) => [id, { locked }])))
    },
    align(how: Alignment) {
      const { objects } = state()
      const boxes = new Map(
        free()
          .filter(([, object]) => object.kind !== 'arrow')
          .map(([id, object]) => [id, boxOf(object, objects)]),
      )
      const moves = align(boxes, how)
      doc.change(Object.fromEntries(Object.entries(moves).map(([id, to]) => [id, { ...to }])))
    },
    /** In front of everything, or behind it, keeping their own order. */
    order(where: 'front' | 'back') {
      const mine = new Set(free().map(([id]) => id))
      const ids = state().order.filter((id) => mine.has(id))
      if (!ids.length) return
      const rest = state().order.filter((id) => !mine.has(id))
      const edge = state().objects.get((where === 'front' ? rest.at(-1) : rest[0]) ?? '')?.z ?? null
      let last = where === 'front' ? edge : null
      const patches: Record<string, Patch> = {}
      if (where === 'front')
        for (const id of ids) {
          last = rankBetween(last, null)
          patches[id] = { z: last }
        }
      else {
        let high = edge
        for (const id of ids.toReversed()) {
          high = rankBetween(null, high)
          patches[id] = { z: high }
        }
      }
      doc.change(patches)
    },
    /**
     * A note or text becomes a post: its card takes the place. False when it is none, or is becoming one already.
     * Rejects with the reason, and then nothing changed.
     */
    async toPost(id: string): Promise<boolean> {
      const object = state().objects.get(id)
      if (!object || (object.kind !== 'note' && object.kind !== 'text') || becoming.has(id)) return false
      const text = object.text.trim()
      if (!text) return false
      let postId = postOfNote(canvasId, id, text)
      becoming.add(id)
      try {
        const campaignId = campaignAt(object, state().objects)
        // It was one before, and that was archived: whoever asks again wants a post to work on.
        for (let time = 1; !(await makePost(postId, text, campaignId)); time++)
          postId = postOfNote(canvasId, id, text, time)
      } finally {
        becoming.delete(id)
      }
      const now = state().objects.get(id) ?? object
      // Somebody else made it one meanwhile: that card stands, perhaps already moved.
      if (now.kind === 'post' && now.postId === postId) return true
      const { x, y, z, group } = now
      // Under the same key: what points at it, and what was said on it, stays with it.
      doc.replace(id, { kind: 'post', x, y, z, group, locked: false, ...POST, postId })
      ui.select([id])
      return true
    },
  }
}

/**
 * The id of the post that a note becomes. It follows from the note and its words, so whoever asks, and however often
 * (two people at once, an answer that was lost), the server makes one post; with other words it is another one.
 * @param time how many such posts have been archived since
 */
const postOfNote = (canvasId: string, id: string, text: string, time = 0): string =>
  v5(JSON.stringify(time ? [id, text, time] : [id, text]), canvasId)

/** Places in an order for objects made together, such as a template's. */
export const layers = (count: number): string[] => ranksFor(count)
