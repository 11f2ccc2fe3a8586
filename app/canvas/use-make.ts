import { useCallback } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { boundsOf, boxOf, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import { caughtIn } from './caught.ts'
import { between } from './touch-area.tsx'
import { usePlace } from './use-place.ts'

const STROKE = 4
const tenth = (length: number) => Math.round(length * 10) / 10
/** An arrow shorter than this was a press that trembled, canvas units. */
const SHORT = 10

/** Makes what the tool in hand makes of the places one has pressed and drawn over, canvas units. */
export function useMake(): (points: readonly Point[]) => void {
  const { acts, doc, ui } = useCanvas()
  const place = usePlace()
  return useCallback(
    (points) => {
      const { tool, hue } = ui.store.getState()
      const [first] = points
      const last = points.at(-1)
      if (!first || !last) return
      if (tool === 'note' || tool === 'text') {
        const id = tool === 'note' ? acts.note(first) : acts.text(first)
        if (id) ui.edit(id)
        else ui.use('select')
        return
      }
      if (tool === 'draw') {
        const bounds = boundsOf(points.map((point) => ({ ...point, w: 0, h: 0 })))
        if (points.length < 2 || !bounds) return
        acts.add({
          kind: 'stroke',
          x: bounds.x,
          y: bounds.y,
          w: Math.max(1, bounds.w),
          h: Math.max(1, bounds.h),
          // A tenth is finer than anybody draws, and a third of the digits.
          points: points.flatMap(({ x, y }) => [tenth(x - bounds.x), tenth(y - bounds.y)]),
          width: STROKE,
          hue,
        })
        // The pen stays in hand, and what was drawn is not what is meant next.
        ui.select([])
        return
      }
      ui.use('select')
      if (tool === 'area') {
        const caught = caughtIn(between(first, last), doc.store.getState().objects)
        acts.select(caught)
        ui.chooseSeveral(caught.length > 0)
      }
      if (tool === 'frame') {
        const id = acts.frame(between(first, last))
        if (id) ui.edit(id)
      }
      if (tool === 'arrow') {
        const fromId = place.objectAt(first)
        const toId = place.objectAt(last)
        if (fromId !== null && fromId === toId) return
        if (Math.hypot(first.x - last.x, first.y - last.y) < SHORT) return
        acts.add({ kind: 'arrow', x: first.x, y: first.y, x2: last.x, y2: last.y, fromId, toId, hue })
      }
    },
    [acts, doc, ui, place],
  )
}

const ARROW = 160
const STEP = 24

/** Not quite upon what stands exactly there, such as what was put down before. */
function besideOthers(middle: Point, objects: ReadonlyMap<string, CanvasObject>): Point {
  const taken = new Set(
    [...objects.values()].map((object) => {
      const { x, y, w, h } = boxOf(object, objects)
      return `${Math.round(x + w / 2)} ${Math.round(y + h / 2)}`
    }),
  )
  let { x, y } = middle
  while (taken.has(`${x} ${y}`)) {
    x += STEP
    y += STEP
  }
  return { x, y }
}

/**
 * The same by keyboard: a note, text or frame in the middle of what one sees, an arrow from the first to the second of
 * two chosen objects, or else in the middle. False when the tool in hand needs a pointer.
 */
export function useMakeByKey(): () => boolean {
  const { acts, doc, ui } = useCanvas()
  const make = useMake()
  return useCallback(() => {
    const { tool, hue, selection } = ui.store.getState()
    const { x, y } = besideOthers(ui.middle(), doc.store.getState().objects)
    if (tool === 'note' || tool === 'text') make([{ x, y }])
    else if (tool === 'frame') make([{ x: x - 240, y: y - 180 }])
    else if (tool === 'arrow') {
      const { objects } = doc.store.getState()
      const ends = [...selection].flatMap((id) => {
        const object = objects.get(id)
        return object && object.kind !== 'arrow' ? [{ id, box: boxOf(object, objects) }] : []
      })
      const [from, to] = ends.length === 2 ? ends : []
      ui.use('select')
      acts.add({
        kind: 'arrow',
        x: from?.box.x ?? x - ARROW / 2,
        y: from?.box.y ?? y,
        x2: to?.box.x ?? x + ARROW / 2,
        y2: to?.box.y ?? y,
        fromId: from?.id ?? null,
        toId: to?.id ?? null,
        hue,
      })
    } else return false
    return true
  }, [acts, doc, ui, make])
}
