import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { nearestPoint } from '#server/chart/nearest-point.ts'

/**
 * Which of a chart's places is being read: by the pointer the nearest, by the keyboard the next (arrows, Home, End;
 * Escape lets go). Spread `handlers` on the focusable element over the drawing.
 * @param places ascending in x, px from the element's left
 */
export function usePoint(places: readonly { x: number }[]) {
  const [chosen, choose] = useState<number | null>(null)
  const last = places.length - 1
  const index = chosen === null || last < 0 ? null : Math.min(chosen, last)

  function onKeyDown(event: KeyboardEvent) {
    const from = index ?? (event.key === 'ArrowLeft' ? last + 1 : -1)
    const next = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last }[event.key]
    if (next !== undefined && last >= 0) {
      event.preventDefault()
      choose(Math.max(0, Math.min(last, next)))
    } else if (event.key === 'Escape' && index !== null) {
      event.stopPropagation()
      choose(null)
    }
  }
  function onPointer(event: PointerEvent) {
    const left = event.currentTarget.getBoundingClientRect().left
    const nearest = nearestPoint(places, event.clientX - left)
    choose(nearest < 0 ? null : nearest)
  }
  const letGo = () => choose(null)
  return {
    index,
    handlers: {
      onKeyDown,
      onPointerMove: onPointer,
      onPointerDown: onPointer,
      onPointerLeave: letGo,
      onBlur: letGo,
    },
  }
}
