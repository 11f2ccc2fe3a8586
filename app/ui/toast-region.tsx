import { type ComponentType, useEffect, useState } from 'react'
import { onFirstToast } from './toast.ts'

/**
 * Where toasts appear; once a page. Their code is loaded when the browser has nothing better to do, so that it is there
 * when the server cannot be reached; a toast before that, or after a failure, loads it too.
 */
export function ToastRegion() {
  const [loaded, setLoaded] = useState<{ Toaster: ComponentType } | null>(null)
  useEffect(() => {
    const load = () => void import('./toaster.tsx').then(setLoaded, () => undefined)
    const stop = onFirstToast(load)
    const idle = window.requestIdleCallback?.(load)
    const timer = idle === undefined ? setTimeout(load, 2000) : undefined
    return () => {
      stop()
      if (idle !== undefined) window.cancelIdleCallback(idle)
      clearTimeout(timer)
    }
  }, [])
  return loaded ? <loaded.Toaster /> : null
}
