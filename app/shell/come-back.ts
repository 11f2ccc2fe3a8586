import { useEffect } from 'react'

/** How often a server that was out of reach is asked for again, ms. */
const EVERY = 3_000

/** Loads the page again once the server, which could not be reached for it, answers. */
export function useComeBack(away: boolean): void {
  useEffect(() => {
    if (!away) return
    const timer = setInterval(async () => {
      try {
        if ((await fetch('/readyz', { cache: 'no-store' })).ok) window.location.reload()
      } catch {
        // Still away.
      }
    }, EVERY)
    return () => clearInterval(timer)
  }, [away])
}
