import { type NodeChange, useStoreApi } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { type Box, boundsOf, boxOf, insideFrame, moved, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import type { Patch } from './canvas-doc.ts'
import { createGuides } from './guides.tsx'
import type { FlowNode } from './object/object-node.ts'
import { type Snapped, snapper } from './snap.ts'

/** How near something must be to stand in line, px of the window. */
const SNAP = 6
/** These lie anywhere: nobody wants to stand in line with them. */
const LOOSE = new Set<CanvasObject['kind']>(['arrow', 'stroke'])

/** What is being dragged, as it was when it began. */
interface Drag {
  objects: Map<string, { object: CanvasObject; at: Point }>
  /** What an object takes along, by its id: a frame what lies on it, one of a group the others. */
  carried: Map<string, [string, CanvasObject][]>
  /** What is dragged as one box, and what puts it in line with the rest of what is seen; null for what is loose. */
  snap: { box: Box; to(box: Box, within: number): Snapped } | null
}

/** Turns what React Flow says into changes of the document. One drag is one step to undo. */
export function useFlowChanges() {
  const { doc, ui, acts } = useCanvas()
  const flow = useStoreApi()
  const drag = useRef<Drag | null>(null)
  return useMemo(() => {
    const guides = createGuides()
    /** Ctrl or Cmd is held: it goes exactly where it is put. */
    let free = false
    const watch = (event: MouseEvent) => {
      free = event.ctrlKey || event.metaKey
    }

    /** The boxes of what is seen and stays where it is. */
    function around(moving: ReadonlySet<string>): Box[] {
      const { objects } = doc.store.getState()
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const seen = { x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }
      return [...objects].flatMap(([id, object]) => {
        if (object.kind === 'arrow' || LOOSE.has(object.kind) || moving.has(id)) return []
        const out =
          object.x > seen.x + seen.w ||
          object.y > seen.y + seen.h ||
          object.x + object.w < seen.x ||
          object.y + object.h < seen.y
        return out ? [] : object
      })
    }

    function start(_event: unknown, _node: FlowNode, nodes: FlowNode[]) {
      const { objects } = doc.store.getState()
      const dragged = new Set(nodes.map((node) => node.id))
      const begun: Drag = { objects: new Map(), carried: new Map(), snap: null }
      const taken = new Set<string>()
      for (const id of dragged) {
        const object = objects.get(id)
        if (!object) continue
        const box = boxOf(object, objects)
        begun.objects.set(id, { object, at: { x: box.x, y: box.y } })
        const along = [
          ...(object.kind === 'frame' ? insideFrame(box, id, objects) : []),
          ...matesOf(object, objects),
        ].filter((other) => !dragged.has(other) && !taken.has(other))
        for (const other of along) taken.add(other)
        begun.carried.set(
          id,
          along.flatMap((other) => {
            const one = objects.get(other)
            return one && !one.locked ? [[other, one] as [string, CanvasObject]] : []
          }),
        )
      }
      const firm = [...begun.objects.values()].flatMap(({ object }) =>
        LOOSE.has(object.kind) ? [] : boxOf(object, objects),
      )
      const box = boundsOf(firm)
      if (box) begun.snap = { box, to: snapper(around(new Set([...dragged, ...taken]))) }
      drag.current = begun
      free = false
      window.addEventListener('pointermove', watch, { capture: true, passive: true })
      doc.begin()
    }

    function stop() {
      if (!drag.current) return
      drag.current = null
      window.removeEventListener('pointermove', watch, { capture: true })
      guides.setState({ guides: [] })
      doc.end()
    }

    /** How far what is dragged goes, when the pointer has gone so far. */
    function pulled(dx: number, dy: number): Point {
      const snap = drag.current?.snap
      if (!snap || free) {
        if (guides.getState().guides.length) guides.setState({ guides: [] })
        return { x: Math.round(dx), y: Math.round(dy) }
      }
      const { box, to } = snap
      const zoom = flow.getState().transform[2]
      const found = to({ ...box, x: box.x + dx, y: box.y + dy }, SNAP / zoom)
      if (found.guides.length || guides.getState().guides.length) guides.setState({ guides: found.guides })
      return { x: Math.round(dx + found.dx), y: Math.round(dy + found.dy) }
    }

    function shift(patches: Record<string, Patch>, id: string, by: Point) {
      const begun = drag.current?.objects.get(id)
      if (!begun) return
      patches[id] = moved(begun.object, by.x, by.y) as Patch
      for (const [other, object] of drag.current?.carried.get(id) ?? [])
        patches[other] = moved(object, by.x, by.y) as Patch
    }

    function change(changes: NodeChange<FlowNode>[]) {
      const patches: Record<string, Patch> = {}
      let chosen: Set<string> | null = null
      /** All that is dragged together goes equally far. */
      let by: Point | null = null
      for (const one of changes) {
        if (one.type === 'select') {
          chosen ??= new Set(ui.store.getState().selection)
          if (one.selected) chosen.add(one.id)
          else chosen.delete(one.id)
        } else if (one.type === 'position' && one.position) {
          if (drag.current) {
            const at = drag.current.objects.get(one.id)?.at
            if (at) by ??= pulled(one.position.x - at.x, one.position.y - at.y)
            if (by) shift(patches, one.id, by)
          }
          // While it is resized from its left or top; a drag says its last word after its end.
          else if (one.dragging === undefined)
            patches[one.id] = {
              ...patches[one.id],
              x: Math.round(one.position.x),
              y: Math.round(one.position.y),
            }
        } else if (one.type === 'dimensions' && one.dimensions && one.resizing)
          patches[one.id] = {
            ...patches[one.id],
            w: Math.max(1, Math.round(one.dimensions.width)),
            h: Math.max(1, Math.round(one.dimensions.height)),
          }
      }
      if (Object.keys(patches).length) doc.change(patches)
      if (chosen) acts.select(chosen)
    }
    return { start, stop, change, guides }
  }, [doc, ui, acts, flow])
}

/** The others of an object's group: it may be dragged before they are chosen with it. */
function matesOf({ group }: CanvasObject, objects: ReadonlyMap<string, CanvasObject>): string[] {
  return group === null ? [] : [...objects].flatMap(([id, other]) => (other.group === group ? id : []))
}
