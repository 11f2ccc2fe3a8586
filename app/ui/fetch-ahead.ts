import { useEffect } from 'react'

/** A page's own code comes within this, ms: later the server may be gone. */
const WITHIN = 5000

/** Fetches code that will be wanted once the browser has nothing better to do. `load` must be a constant. */
export function useFetchAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    const go = () => void load().catch(() => undefined)
    if (!window.requestIdleCallback) {
      const timer = setTimeout(go, WITHIN / 5)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(go, { timeout: WITHIN })
    return () => window.cancelIdleCallback(idle)
  }, [load])
}
