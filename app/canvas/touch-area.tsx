import { type RefObject, useEffect, useState } from 'react'
import type { Box, Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import { caughtIn } from './caught.ts'
import { usePlace } from './use-place.ts'
import { LONG, TREMBLE } from './use-several.ts'

/** The rectangle between two corners. */
export const between = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
})

/**
 * A rectangle drawn with a finger: a long press beside everything begins it, and what it touches is chosen. A finger
 * that moves sooner moves the view, and a second finger ends the rectangle: two of them zoom.
 */
export function TouchArea({ wrapper }: { wrapper: RefObject<HTMLElement | null> }) {
  const { acts, doc, ui, write } = useCanvas()
  const place = usePlace()
  /** In the window. */
  const [area, setArea] = useState<Box | null>(null)
  useEffect(() => {
    const element = wrapper.current
    if (!element || !write) return
    let from: Point | null = null
    let drawing = false
    let before: Iterable<string> = []
    let timer: ReturnType<typeof setTimeout> | undefined
    /** The click at the end means nothing more. */
    let done = false

    function stop(): void {
      clearTimeout(timer)
      from = null
      drawing = false
      setArea(null)
    }
    function down(event: PointerEvent): void {
      stop()
      done = false
      const onPane = event.target instanceof Element && event.target.matches('.react-flow__pane')
      if (event.pointerType !== 'touch' || !event.isPrimary || !onPane) return
      const at = { x: event.clientX, y: event.clientY }
      from = at
      timer = setTimeout(() => {
        const { several, selection } = ui.store.getState()
        before = several ? selection : []
        drawing = true
        done = true
        setArea({ ...at, w: 0, h: 0 })
        navigator.vibrate?.(10)
      }, LONG)
    }
    function move({ clientX: x, clientY: y }: PointerEvent): void {
      if (!from) return
      if (!drawing) {
        if (Math.hypot(x - from.x, y - from.y) > TREMBLE) stop()
        return
      }
      setArea(between(from, { x, y }))
      const on = between(place.at(from.x, from.y), place.at(x, y))
      acts.select([...before, ...caughtIn(on, doc.store.getState().objects)])
    }
    function up(): void {
      if (drawing && ui.store.getState().selection.size) ui.chooseSeveral(true)
      stop()
    }
    // The view stays where it is meanwhile.
    const hold = (event: TouchEvent) => {
      if (drawing) event.stopPropagation()
    }
    function click(event: MouseEvent): void {
      if (done) event.stopPropagation()
      done = false
    }
    // A phone's own menu for a long press.
    const refuse = (event: Event) => {
      if (drawing) event.preventDefault()
    }
    const listening = new AbortController()
    const first = { capture: true, signal: listening.signal }
    element.addEventListener('pointerdown', down, first)
    element.addEventListener('pointermove', move, first)
    element.addEventListener('pointerup', up, first)
    element.addEventListener('pointercancel', stop, first)
    element.addEventListener('touchmove', hold, first)
    element.addEventListener('click', click, first)
    element.addEventListener('contextmenu', refuse, first)
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [wrapper, write, acts, doc, ui, place])
  const box = area && wrapper.current?.getBoundingClientRect()
  if (!box) return null
  return (
    <div
      data-area
      className="pointer-events-none absolute z-4 min-h-6 min-w-6 rounded-mark bg-accent/10 outline outline-accent"
      style={{ left: area.x - box.left, top: area.y - box.top, width: area.w, height: area.h }}
    />
  )
}
