import { useSyncExternalStore } from 'react'
import { useNow } from 'use-intl'

const step = 15_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const tell of listeners) tell()
  }, step)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/**
 * The present, in steps of 15 s, for everything on the page that shows how long ago something was. One timer for all;
 * while hydrating it is the instant at which the server rendered.
 * @returns epoch milliseconds
 */
export function useClock(): number {
  const rendered = useNow().getTime()
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / step) * step,
    () => rendered,
  )
}
