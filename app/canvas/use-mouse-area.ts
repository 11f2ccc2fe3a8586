import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { useCanvas } from './canvas-context.ts'
import { caughtIn } from './caught.ts'

/** Chooses what the rectangle that a mouse draws touches; React Flow draws it, and would choose every frame it is in. */
export function useMouseArea(): void {
  const store = useStoreApi()
  const { acts, doc } = useCanvas()
  useEffect(() => {
    let shown: object | null = null
    return store.subscribe(({ userSelectionRect, transform: [left, up, zoom] }) => {
      if (userSelectionRect === shown) return
      shown = userSelectionRect
      if (!userSelectionRect) return
      const { x, y, width, height } = userSelectionRect
      if (!width && !height) return
      const area = { x: (x - left) / zoom, y: (y - up) / zoom, w: width / zoom, h: height / zoom }
      acts.select(caughtIn(area, doc.store.getState().objects))
    })
  }, [store, acts, doc])
}
