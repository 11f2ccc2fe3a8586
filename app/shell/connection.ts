import { useSyncExternalStore } from 'react'
import { allowPrefetch } from '../ui/prefetch.ts'

/** live: all is well. reconnecting: the feed is broken. offline: the device is. stale: away too long, reload. */
export type Connection = 'live' | 'reconnecting' | 'offline' | 'stale'

let feed: Connection = 'live'
const listeners = new Set<() => void>()

/** Told by whatever keeps the page current. */
export function setConnection(next: Connection): void {
  if (feed === next) return
  feed = next
  allowPrefetch(next === 'live')
  for (const tell of listeners) tell()
}

/** The same at this moment, outside of the interface. */
export const connectionNow = (): Connection => (navigator.onLine ? feed : 'offline')

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

/** Does something as soon as the page is connected: now, or when it is again. */
export function whenLive(then: () => void): void {
  if (connectionNow() === 'live') {
    then()
    return
  }
  const stop = subscribe(() => {
    if (connectionNow() !== 'live') return
    stop()
    then()
  })
}

/** How the page is connected now. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => (navigator.onLine ? feed : 'offline'),
    () => 'live',
  )
}
