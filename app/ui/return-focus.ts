import { useRef } from 'react'

/**
 * Handlers for a Radix content that is opened without a Radix trigger (by state, by a route, lazily): remembers what
 * had the focus and gives it back on closing. Inside, the focus goes to `[data-autofocus]`, else to the first field, else
 * to the content itself.
 */
export function useReturnFocus(open = true) {
  const before = useRef<HTMLElement | null>(null)
  const was = useRef(false)
  // A field with `autoFocus` takes the focus before Radix asks, and Radix then asks nothing: so it is looked up while drawing.
  if (open !== was.current) {
    was.current = open
    if (open) before.current = focused()
  }
  return {
    onOpenAutoFocus(event: Event) {
      before.current = focused()
      const content = event.target
      if (!(content instanceof HTMLElement)) return
      event.preventDefault()
      // A field is what one came for; the cross is not. Under a finger a field would raise the keyboard over it.
      const field = window.matchMedia('(pointer: coarse)').matches
        ? null
        : content.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
      const first = content.querySelector<HTMLElement>('[data-autofocus]') ?? field ?? content
      first.focus({ preventScroll: true })
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      if (before.current?.isConnected) before.current.focus({ preventScroll: true })
    },
  }
}

const focused = (): HTMLElement | null =>
  typeof document !== 'undefined' && document.activeElement instanceof HTMLElement
    ? document.activeElement
    : null
