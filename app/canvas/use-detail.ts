import { useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { useCanvas } from './canvas-context.ts'

/** Below this zoom words are specks. */
const FAR = 0.3
/** So few objects are drawn with everything, however far away. */
const FEW = 200

/** Marks the canvas `data-far` while so much is seen from so far that objects are drawn as plain shapes. */
export function useDetail(wrapper: RefObject<HTMLElement | null>): void {
  const store = useStoreApi()
  const { doc } = useCanvas()
  useEffect(() => {
    let far = false
    const look = () => {
      const now = store.getState().transform[2] < FAR && doc.store.getState().order.length > FEW
      if (now !== far) wrapper.current?.toggleAttribute('data-far', now)
      far = now
    }
    look()
    const offs = [store.subscribe(look), doc.store.subscribe(look)]
    return () => {
      for (const off of offs) off()
    }
  }, [store, doc, wrapper])
}
