import { useRef } from 'react'

/**
 * Handlers for a Radix content that is opened without a Radix trigger (by state, by a route, lazily): remembers what
 * had the focus and gives it back on closing.
 */
export function useReturnFocus() {
  const before = useRef<HTMLElement | null>(null)
  return {
    onOpenAutoFocus() {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      if (before.current?.isConnected) before.current.focus({ preventScroll: true })
    },
  }
}
