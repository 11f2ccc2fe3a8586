import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

// React warns about layout effects while rendering on the server, where there is nothing to lay out.
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * The width of an element in px, followed as it changes. The first render (and the server's) uses `assumed`; the
 * element's height must not depend on its width, so that nothing jumps when the real one is known.
 */
export function useWidth(assumed: number): [RefObject<HTMLDivElement>, number] {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(assumed)
  useBeforePaint(() => {
    const element = ref.current
    if (!element) return
    const take = (next: number) => next > 0 && setWidth(Math.round(next))
    take(element.clientWidth)
    const observer = new ResizeObserver(([entry]) => entry && take(entry.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
