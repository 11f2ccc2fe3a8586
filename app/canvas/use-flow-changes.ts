import { type NodeChange, useStoreApi } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { type Box, boundsOf, boxOf, insideFrame, moved, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import type { Patch } from './canvas-doc.ts'
import type { FlowNode } from './object/object-node.ts'
import { createResizing, type ResizeStep } from './resizing.ts'
import { createSnapping, isLoose } from './snapping.ts'

/** What is being dragged, as it was when it began. */
interface Drag {
  objects: Map<string, { object: CanvasObject; at: Point }>
  /** What an object takes along, by its id: a frame what lies on it, one of a group the others. */
  carried: Map<string, [string, CanvasObject][]>
  /** What is dragged as one box, to be put in line; null for what is loose. */
  box: Box | null
}

/** Turns what React Flow says into changes of the document. One drag is one step to undo. */
export function useFlowChanges() {
  const { doc, ui, acts } = useCanvas()
  const flow = useStoreApi()
  const drag = useRef<Drag | null>(null)
  return useMemo(() => {
    const snapping = createSnapping(() => doc.store.getState().objects, flow.getState)
    const resizing = createResizing(snapping)

    function start(_event: unknown, _node: FlowNode, nodes: FlowNode[]) {
      const { objects } = doc.store.getState()
      const dragged = new Set(nodes.map((node) => node.id))
      const begun: Drag = { objects: new Map(), carried: new Map(), box: null }
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
        isLoose(object) ? [] : boxOf(object, objects),
      )
      begun.box = boundsOf(firm)
      drag.current = begun
      snapping.begin(new Set([...dragged, ...taken]))
      doc.begin()
    }

    function stop() {
      if (!drag.current) return
      drag.current = null
      snapping.end()
      doc.end()
    }

    /** How far what is dragged goes, when the pointer has gone so far. */
    function pulled(dx: number, dy: number): Point {
      const box = drag.current?.box
      const found = box
        ? snapping.find((snap, within) => snap.move({ ...box, x: box.x + dx, y: box.y + dy }, within))
        : null
      return { x: Math.round(dx + (found?.dx ?? 0)), y: Math.round(dy + (found?.dy ?? 0)) }
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
      const steps = new Map<string, ResizeStep>()
      const stretched = (id: string): ResizeStep => {
        const step = steps.get(id) ?? {}
        steps.set(id, step)
        return step
      }
      for (const one of changes) {
        if (one.type === 'select') {
          // Under a rectangle we choose ourselves.
          if (flow.getState().userSelectionRect) continue
          chosen ??= new Set(ui.store.getState().selection)
          if (one.selected) chosen.add(one.id)
          else chosen.delete(one.id)
        } else if (one.type === 'position' && one.position) {
          if (drag.current) {
            const at = drag.current.objects.get(one.id)?.at
            if (at) by ??= pulled(one.position.x - at.x, one.position.y - at.y)
            if (by) shift(patches, one.id, by)
          }
          // A drag says its last word after its end; what has no drag is resized from its left or top.
          else if (one.dragging === undefined) stretched(one.id).position = one.position
        } else if (one.type === 'dimensions' && one.dimensions) {
          if (one.resizing) stretched(one.id).dimensions = one.dimensions
          else if (one.resizing === false) resizing.end()
        }
      }
      for (const [id, step] of steps) {
        const object = doc.store.getState().objects.get(id)
        if (object && 'w' in object) patches[id] = { ...resizing.step(id, object, step) }
      }
      if (Object.keys(patches).length) doc.change(patches)
      if (chosen) acts.select(chosen)
    }
    return { start, stop, change, guides: snapping.guides }
  }, [doc, ui, acts, flow])
}

/** The others of an object's group: it may be dragged before they are chosen with it. */
function matesOf({ group }: CanvasObject, objects: ReadonlyMap<string, CanvasObject>): string[] {
  return group === null ? [] : [...objects].flatMap(([id, other]) => (other.group === group ? id : []))
}
