import { type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { useBoard } from './board-context.tsx'

export const BulkBar = lazyPart(async () => (await import('./bulk-bar.tsx')).BulkBar)

/** The bar over the foot of the board from the first chosen card on; its code is fetched then. */
export function BulkLayer() {
  const board = useBoard()
  const ids = useStore(board.selection.store, (state) => state.ids)
  const fetchThen = useFetchThen()
  const [ready, setReady] = useState(false)
  const wanted = ids.size > 0
  useEffect(() => {
    if (wanted)
      fetchThen(
        () => BulkBar.fetch(),
        () => setReady(true),
      )
  }, [wanted, fetchThen])
  const bar = useRef<HTMLDivElement>(null)
  useToastsAbove(bar, ready && wanted)
  // It stays once it was there: what an act refused is told after the chosen cards have gone.
  if (!ready) return null
  return (
    <div
      ref={bar}
      className="pointer-events-none fixed inset-x-2 bottom-18 z-30 flex md:bottom-6"
      hidden={!wanted}
    >
      <BulkBar board={board} ids={[...ids]} />
    </div>
  )
}

/** Where toasts stand above the window's foot on phones and elsewhere, and how far from the bar, px; see `Toaster`. */
const [ON_PHONES, ELSEWHERE, GAP] = [72, 16, 8]

/** What is said in passing stands above the bar, not on it: the next act is not to wait for it. */
function useToastsAbove(bar: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    const element = bar.current
    if (!shown || !element) return
    const { style } = document.documentElement
    const measure = () => {
      const foot = window.matchMedia('(max-width: 600px)').matches ? ON_PHONES : ELSEWHERE
      const above = window.innerHeight - element.getBoundingClientRect().top + GAP
      style.setProperty('--foot', `${Math.max(0, above - foot)}px`)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => {
      watch.disconnect()
      style.removeProperty('--foot')
    }
  }, [bar, shown])
}
