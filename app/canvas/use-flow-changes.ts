import type { NodeChange } from '@xyflow/react'
import { useMemo, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { boxOf, insideFrame, moved, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import type { Patch } from './canvas-doc.ts'
import type { FlowNode } from './object/object-node.ts'

/** What is being dragged, as it was when it began. */
interface Drag {
  objects: Map<string, { object: CanvasObject; at: Point }>
  /** What an object takes along, by its id: a frame what lies on it, one of a group the others. */
  carried: Map<string, [string, CanvasObject][]>
}

/** Turns what React Flow says into changes of the document. One drag is one step to undo. */
export function useFlowChanges() {
  const { doc, ui, acts } = useCanvas()
  const drag = useRef<Drag | null>(null)
  return useMemo(() => {
    function start(_event: unknown, _node: FlowNode, nodes: FlowNode[]) {
      const { objects } = doc.store.getState()
      const dragged = new Set(nodes.map((node) => node.id))
      const begun: Drag = { objects: new Map(), carried: new Map() }
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
      drag.current = begun
      doc.begin()
    }

    function stop() {
      if (!drag.current) return
      drag.current = null
      doc.end()
    }

    function shift(patches: Record<string, Patch>, id: string, to: Point) {
      const begun = drag.current?.objects.get(id)
      if (!begun) return
      const dx = Math.round(to.x - begun.at.x)
      const dy = Math.round(to.y - begun.at.y)
      patches[id] = moved(begun.object, dx, dy) as Patch
      for (const [other, object] of drag.current?.carried.get(id) ?? [])
        patches[other] = moved(object, dx, dy) as Patch
    }

    function change(changes: NodeChange<FlowNode>[]) {
      const patches: Record<string, Patch> = {}
      let chosen: Set<string> | null = null
      for (const one of changes) {
        if (one.type === 'select') {
          chosen ??= new Set(ui.store.getState().selection)
          if (one.selected) chosen.add(one.id)
          else chosen.delete(one.id)
        } else if (one.type === 'position' && one.position) {
          if (drag.current) shift(patches, one.id, one.position)
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
    return { start, stop, change }
  }, [doc, ui, acts])
}

/** The others of an object's group: it may be dragged before they are chosen with it. */
function matesOf({ group }: CanvasObject, objects: ReadonlyMap<string, CanvasObject>): string[] {
  return group === null ? [] : [...objects].flatMap(([id, other]) => (other.group === group ? id : []))
}
