import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import type { Box } from '#server/canvas/shape.rules.ts'
import type { createSnapping } from './snapping.ts'

/** One step of resizing, as React Flow tells it: only what is another than before. */
export interface ResizeStep {
  position?: { x: number; y: number } | undefined
  dimensions?: { width: number; height: number } | undefined
}

/** Follows how an object is resized, and puts the edges that move in line with what is near. */
export function createResizing(snapping: ReturnType<typeof createSnapping>) {
  /** The box it had, and the one the pointer asks for. */
  let under: { id: string; was: Box; asked: Box; ratio: boolean } | null = null
  return {
    /** The box an object has after a step. */
    step(id: string, object: CanvasObject & Box, { position, dimensions }: ResizeStep): Box {
      if (under?.id !== id) {
        const was = { x: object.x, y: object.y, w: object.w, h: object.h }
        under = { id, was, asked: was, ratio: object.kind === 'image' }
        snapping.begin(new Set([id]))
      }
      const { was, ratio } = under
      const asked = {
        x: position?.x ?? under.asked.x,
        y: position?.y ?? under.asked.y,
        w: dimensions?.width ?? under.asked.w,
        h: dimensions?.height ?? under.asked.h,
      }
      under.asked = asked
      const { x, y, w, h } =
        snapping.find((snap, within) => snap.stretch(was, asked, within, ratio))?.box ?? asked
      return {
        x: Math.round(x),
        y: Math.round(y),
        w: Math.max(1, Math.round(w)),
        h: Math.max(1, Math.round(h)),
      }
    },
    end() {
      if (!under) return
      under = null
      snapping.end()
    },
  }
}
