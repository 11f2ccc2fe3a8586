import { useEffect, useRef } from 'react'

/**
 * Props for a part whose buttons come and go: when the one that has the focus vanishes, the part itself takes it, so
 * that the next Tab goes on from there and not from the top of the page. What its dialogs have counts as its own.
 */
export function useKeptFocus() {
  const ref = useRef<HTMLDivElement>(null)
  const had = useRef(false)
  useEffect(() => {
    const lost = () => had.current && document.activeElement === document.body
    // A closing dialog gives the focus back after its last frame.
    const timer = lost()
      ? setTimeout(() => lost() && ref.current?.focus({ preventScroll: true }), 50)
      : undefined
    return () => clearTimeout(timer)
  })
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      had.current = true
    },
    onBlur: (event: { relatedTarget: EventTarget | null }) => {
      if (event.relatedTarget) had.current = false
    },
  }
}
