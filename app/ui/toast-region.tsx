import { type ComponentType, useEffect, useState } from 'react'
import { onFirstToast } from './toast.ts'

/** Their code is loaded at the latest this long after the page, and tried again this long after a failure. Milliseconds. */
const LOAD_MS = 2000

/**
 * Where toasts appear; once a page. Their code is loaded when the browser has nothing better to do, so that it is there
 * when the server cannot be reached; a toast before that loads it at once.
 */
export function ToastRegion() {
  const [loaded, setLoaded] = useState<{ Toaster: ComponentType } | null>(null)
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    const load = () => {
      clearTimeout(again)
      import('./toaster.tsx').then(setLoaded, () => {
        again = setTimeout(load, LOAD_MS)
      })
    }
    const stop = onFirstToast(load)
    const idle = window.requestIdleCallback?.(load, { timeout: LOAD_MS })
    if (idle === undefined) again = setTimeout(load, LOAD_MS)
    return () => {
      stop()
      if (idle !== undefined) window.cancelIdleCallback(idle)
      clearTimeout(again)
    }
  }, [])
  return loaded ? <loaded.Toaster /> : null
}
