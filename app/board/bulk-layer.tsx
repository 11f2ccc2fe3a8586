import { useEffect, useState } from 'react'
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
  // It stays once it was there: what an act refused is told after the chosen cards have gone.
  if (!ready) return null
  return (
    <div className="pointer-events-none fixed inset-x-2 bottom-18 z-30 flex md:bottom-6" hidden={!wanted}>
      <BulkBar board={board} ids={[...ids]} />
    </div>
  )
}
