import { useSyncExternalStore } from 'react'

let reached = true
const listeners = new Set<() => void>()

/** Told whether the server is there; without it nothing may be fetched ahead. */
export function allowPrefetch(yes: boolean): void {
  if (reached === yes) return
  reached = yes
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

/**
 * The `prefetch` of a link. Remix reloads the whole tab when a part that it fetches ahead does not come: without a
 * connection a pointer over a link would leave nothing but the browser's error page.
 */
export const usePrefetch = (): 'intent' | 'none' =>
  useSyncExternalStore(
    subscribe,
    () => (reached && navigator.onLine ? 'intent' : 'none'),
    () => 'intent',
  )
