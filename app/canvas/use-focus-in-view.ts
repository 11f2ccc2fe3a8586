import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { boxOf } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'

/** What floats over the canvas above and below, px. */
const COVERED = { top: 56, bottom: 76 }

/** Brings the object that one has come to by keyboard into view: all of the canvas is in the page, most of it out of sight. */
export function useFocusInView(wrapper: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow()
  const { doc } = useCanvas()
  useEffect(() => {
    const element = wrapper.current
    if (!element) return
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node:focus-visible')) return
      const { objects } = doc.store.getState()
      const object = objects.get(target.dataset.id ?? '')
      if (!object) return
      // Not by where it is drawn: the browser has scrolled there, and React Flow is about to take that back.
      const { x, y, w, h } = boxOf(object, objects)
      const view = flow.getViewport()
      const left = x * view.zoom + view.x
      const top = y * view.zoom + view.y - COVERED.top
      const [right, bottom] = [left + w * view.zoom, top + h * view.zoom]
      const wide = element.clientWidth
      const high = element.clientHeight - COVERED.top - COVERED.bottom
      const whole = left >= 0 && top >= 0 && right <= wide && bottom <= high
      const seen = left < wide && top < high && right > 0 && bottom > 0
      // What is larger than the view stays as it is while some of it is seen.
      const fits = right - left <= wide && bottom - top <= high
      if (whole || (seen && !fits)) return
      void flow.setCenter(x + w / 2, y + h / 2, { zoom: view.zoom, duration: 180 })
    }
    element.addEventListener('focusin', look)
    return () => element.removeEventListener('focusin', look)
  }, [wrapper, flow, doc])
}
