import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { boxOf, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'

export interface Place {
  /** The place on the canvas under a point of the window. */
  at(clientX: number, clientY: number): Point
  /** The middle of what I see. */
  middle(): Point
  /** What lies on top at a place: nothing that is drawn with a line, and no frame. */
  objectAt(at: Point, except?: string): string | null
}

/** Between the window and the canvas. */
export function usePlace(): Place {
  const flow = useReactFlow()
  const { doc } = useCanvas()
  return useMemo(() => {
    const at = (x: number, y: number) => {
      const place = flow.screenToFlowPosition({ x, y })
      return { x: Math.round(place.x), y: Math.round(place.y) }
    }
    return {
      at,
      middle() {
        const box = document.querySelector('[data-canvas]')?.getBoundingClientRect()
        return box ? at(box.left + box.width / 2, box.top + box.height / 2) : { x: 0, y: 0 }
      },
      objectAt({ x, y }, except) {
        const { objects, order } = doc.store.getState()
        for (const id of order.toReversed()) {
          const object = objects.get(id)
          if (!object || id === except || ['arrow', 'stroke', 'frame'].includes(object.kind)) continue
          const box = boxOf(object, objects)
          if (x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h) return id
        }
        return null
      },
    }
  }, [flow, doc])
}
