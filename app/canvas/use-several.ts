import { type RefObject, useEffect } from 'react'
import { useCanvas } from './canvas-context.ts'

/** How long a finger rests on an object until one chooses several, ms; and how far it may tremble meanwhile, px. */
export const LONG = 400
export const TREMBLE = 8

const objectOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLElement>('.react-flow__node')?.dataset.id : undefined

/**
 * Choosing several with a finger: a long press on an object begins it, then each tap adds one or takes it out; a tap
 * beside everything ends it. What a tap does otherwise (a card's link opens) it does not do meanwhile.
 */
export function useSeveral(wrapper: RefObject<HTMLElement | null>): void {
  const { ui, acts } = useCanvas()
  useEffect(() => {
    const element = wrapper.current
    if (!element) return
    let finger: { x: number; y: number } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    /** The click at the end of a long press means nothing more. */
    let done = false
    let touched = false
    function letGo(): void {
      clearTimeout(timer)
      finger = null
    }
    function down(event: PointerEvent): void {
      letGo()
      done = false
      touched = event.pointerType === 'touch'
      const id = objectOf(event)
      const { several, editing } = ui.store.getState()
      if (!touched || !event.isPrimary || id === undefined || several || editing !== null) return
      finger = { x: event.clientX, y: event.clientY }
      timer = setTimeout(() => {
        letGo()
        done = true
        if (!ui.store.getState().selection.has(id)) acts.toggle(id)
        ui.chooseSeveral(true)
        navigator.vibrate?.(10)
      }, LONG)
    }
    function move(event: PointerEvent): void {
      if (finger && Math.hypot(event.clientX - finger.x, event.clientY - finger.y) > TREMBLE) letGo()
    }
    function click(event: MouseEvent): void {
      const id = objectOf(event)
      const { several } = ui.store.getState()
      if (id === undefined || (!done && !several)) return
      event.preventDefault()
      event.stopPropagation()
      if (!done) acts.toggle(id)
      done = false
    }
    // A phone's own menu for a long press on a link or a picture.
    const refuse = (event: Event) => touched && objectOf(event) !== undefined && event.preventDefault()
    const listening = new AbortController()
    const { signal } = listening
    const first = { capture: true, signal }
    element.addEventListener('pointerdown', down, first)
    element.addEventListener('pointermove', move, first)
    element.addEventListener('pointerup', letGo, first)
    element.addEventListener('pointercancel', letGo, first)
    element.addEventListener('click', click, first)
    element.addEventListener('contextmenu', refuse, first)
    return () => {
      letGo()
      listening.abort()
    }
  }, [wrapper, ui, acts])
}
