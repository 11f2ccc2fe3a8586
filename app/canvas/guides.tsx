import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Guide } from './snap.ts'
import { ViewportPortal } from './viewport-portal.tsx'

export type GuideStore = StoreApi<{ guides: readonly Guide[] }>

export const createGuides = (): GuideStore => createStore(() => ({ guides: [] }))

/** While something is moved: the lines it stands in. */
export function Guides({ store }: { store: GuideStore }) {
  const guides = useStore(store, (state) => state.guides)
  if (!guides.length) return null
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div
          key={`${axis} ${at}`}
          data-guide={axis}
          className="canvas-guide"
          style={
            axis === 'x'
              ? { left: at, top: from, height: to - from, width: 'calc(1px / var(--zoom))' }
              : { left: from, top: at, width: to - from, height: 'calc(1px / var(--zoom))' }
          }
        />
      ))}
    </ViewportPortal>
  )
}
