import { type RefObject, useEffect, useState } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import type { DropPlace } from './drop-places.ts'
import { scrollAtEdges } from './edge-scroll.ts'

type Adapter = typeof import('./drag-adapter.ts')
let loading: Promise<Adapter> | undefined
let adapter: Adapter | null = null

/** Dragging is loaded when the browser has nothing better to do; until then there are the menu and the keyboard. */
function useAdapter(): Adapter | null {
  const [loaded, setLoaded] = useState(adapter)
  useEffect(() => {
    if (adapter) return setLoaded(adapter)
    let live = true
    const load = async () => {
      loading ??= import('./drag-adapter.ts')
      adapter = await loading
      if (live) setLoaded(adapter)
    }
    const later = () => void load().catch(() => (loading = undefined))
    const idle = window.requestIdleCallback?.(later, { timeout: 1000 })
    const timer = idle === undefined ? setTimeout(later, 200) : undefined
    return () => {
      live = false
      if (idle !== undefined) window.cancelIdleCallback(idle)
      clearTimeout(timer)
    }
  }, [])
  return loaded
}

interface DragCard {
  card(): Card | undefined
  count?(): number
  start(): void
  end(): void
}

/** Makes an element a card that can be dragged. `on` must stay the same function bundle for the same card. */
export function useDragCard(ref: RefObject<HTMLElement | null>, on: DragCard, enabled: boolean): void {
  const drag = useAdapter()
  useEffect(() => {
    if (drag && ref.current && enabled) return drag.dragCard(ref.current, on)
    return undefined
  }, [drag, ref, on, enabled])
}

/** Says why under a finger that would pick up a card which cannot be moved. `say` must stay the same for the same card. */
export function useRefuseTouch(ref: RefObject<HTMLElement | null>, say: () => void, enabled: boolean): void {
  const drag = useAdapter()
  useEffect(() => {
    if (drag && ref.current && enabled) return drag.refuseTouch(ref.current, say)
    return undefined
  }, [drag, ref, say, enabled])
}

/** Lets a scrolling element scroll on while a card is held at its edge. */
export function useScrollAtEdges(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => (ref.current ? scrollAtEdges(ref.current) : undefined), [ref])
}

/** Lets cards be dropped on an element. */
export function useDropCards(ref: RefObject<HTMLElement | null>, on: DropPlace): void {
  const drag = useAdapter()
  useEffect(() => {
    if (drag && ref.current) return drag.dropCards(ref.current, on)
    return undefined
  }, [drag, ref, on])
}
