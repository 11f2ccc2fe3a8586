import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'

/** What floats over the canvas above and below, px. */
const COVERED = { top: 56, bottom: 76 }

/** Brings the object that one has come to by keyboard into view: all of the canvas is in the page, most of it out of sight. */
export function useFocusInView(wrapper: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow()
  useEffect(() => {
    const element = wrapper.current
    if (!element) return
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node:focus-visible')) return
      const all = element.getBoundingClientRect()
      const one = target.getBoundingClientRect()
      const seen =
        one.left < all.right &&
        one.right > all.left &&
        one.top < all.bottom - COVERED.bottom &&
        one.bottom > all.top + COVERED.top
      const whole =
        one.left >= all.left &&
        one.right <= all.right &&
        one.top >= all.top + COVERED.top &&
        one.bottom <= all.bottom - COVERED.bottom
      // What is larger than the view stays as it is while some of it is seen.
      const fits = one.width <= all.width && one.height <= all.height - COVERED.top - COVERED.bottom
      if (whole || (seen && !fits)) return
      const { x, y } = flow.screenToFlowPosition({
        x: one.left + one.width / 2,
        y: one.top + one.height / 2,
      })
      void flow.setCenter(x, y, { zoom: flow.getZoom(), duration: 180 })
    }
    element.addEventListener('focusin', look)
    return () => element.removeEventListener('focusin', look)
  }, [wrapper, flow])
}
