import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the keyboard has ⌘ instead of Ctrl; false while the server renders. */
export function useApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
}

/** Whether the page is already running in the browser, for what cannot be drawn on the server. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/**
 * Whether a media query holds, such as `(max-width: 767px)`.
 * @param server what to assume while the server renders
 */
export function useMedia(query: string, server = false): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => server,
  )
}
