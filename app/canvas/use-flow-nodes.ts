import { useMemo, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { type Box, boxOf } from '#server/canvas/shape.rules.ts'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import type { FlowNode } from './object/object-node.ts'

/** Kinds of which only the line or the title can be pressed. */
const OPEN = new Set<CanvasObject['kind']>(['arrow', 'stroke', 'frame'])

interface Made {
  object: CanvasObject
  box: Box
  index: number
  selected: boolean
  still: boolean
  node: FlowNode
}

/** The objects as React Flow wants them: what did not change is the same object, so that only what did is drawn again. */
export function useFlowNodes(): FlowNode[] {
  const { write } = useCanvas()
  const objects = useDoc((state) => state.objects)
  const order = useDoc((state) => state.order)
  const selection = useUi((state) => state.selection)
  const several = useUi((state) => state.several)
  const made = useRef(new Map<string, Made>())
  return useMemo(() => {
    const before = made.current
    const after = new Map<string, Made>()
    const nodes: FlowNode[] = []
    for (const [index, id] of order.entries()) {
      const object = objects.get(id)
      if (!object) continue
      const selected = selection.has(id)
      // While one chooses several a finger moves what is chosen, and beside it the view.
      const still = several && !selected
      const box = boxOf(object, objects)
      const old = before.get(id)
      const same =
        old &&
        old.object === object &&
        old.index === index &&
        old.selected === selected &&
        old.still === still &&
        (object.kind !== 'arrow' || sameBox(old.box, box)) &&
        old.node.data.write === write
      const one = same
        ? old
        : {
            object,
            box,
            index,
            selected,
            still,
            node: nodeOf(id, object, box, index, selected, still, write),
          }
      after.set(id, one)
      nodes.push(one.node)
    }
    made.current = after
    return nodes
  }, [objects, order, selection, several, write])
}

const sameBox = (a: Box, b: Box) => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

function nodeOf(
  id: string,
  object: CanvasObject,
  { x, y, w, h }: Box,
  index: number,
  selected: boolean,
  still: boolean,
  write: boolean,
): FlowNode {
  const held = object.kind === 'arrow' && object.fromId !== null && object.toId !== null
  return {
    id,
    type: object.kind,
    position: { x, y },
    width: w,
    height: h,
    // Known, so that nothing has to be measured.
    measured: { width: w, height: h },
    zIndex: index,
    selected,
    draggable: write && !object.locked && !held && !still,
    data: { object, write },
    style: {
      // Not by a transform: a thousand of these cost the browser ten times as much at every step of a pan.
      transform: 'none',
      left: x,
      top: y,
      ...(OPEN.has(object.kind) ? { pointerEvents: 'none' as const } : {}),
    },
  }
}
