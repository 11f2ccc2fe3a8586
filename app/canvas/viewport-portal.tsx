import { useStoreApi } from '@xyflow/react'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * Draws among the objects, in units of the canvas; `--zoom` says there how near one looks. React Flow's own portal
 * looks for its place at every step of a pan, past all objects; but that never changes.
 */
export function ViewportPortal({ children }: { children: ReactNode }) {
  const store = useStoreApi()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let found: HTMLElement | null = null
    let shown = 0
    const follow = () => {
      const { domNode, transform } = store.getState()
      if (!found) {
        found = domNode?.querySelector('.react-flow__viewport-portal') ?? null
        setPlace(found)
      }
      const [, , zoom] = transform
      if (zoom !== shown) found?.style.setProperty('--zoom', String(zoom))
      if (found) shown = zoom
    }
    follow()
    return store.subscribe(follow)
  }, [store])
  return place ? createPortal(children, place) : null
}
