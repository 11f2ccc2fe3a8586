import { useEffect, useRef, useState } from 'react'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'

export const QuickAdd = lazyPart(async () => (await import('./quick-add.tsx')).QuickAdd)

/** Writing a post down: begun from anywhere, and when it ends the keyboard is where it was. */
export function useAdding() {
  const [adding, setAdding] = useState(false)
  const fetchThen = useFetchThen()
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Element | null>(null)
  const ended = useRef(false)
  useEffect(() => {
    if (adding || !ended.current) return
    ended.current = false
    const from = before.current
    // The button below the cards makes room for the field, so it is another one by now.
    const to =
      from instanceof HTMLElement && from.isConnected && from !== document.body ? from : button.current
    to?.focus({ preventScroll: true })
  }, [adding])
  return {
    adding,
    button,
    begin() {
      if (!adding) before.current = document.activeElement
      fetchThen(QuickAdd.fetch, () => setAdding(true))
    },
    end() {
      ended.current = true
      setAdding(false)
    },
  }
}
