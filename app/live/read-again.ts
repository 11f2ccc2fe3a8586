import { useNavigation, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Runs the page's loaders again. Never while a page is being loaded: that would break the loading off, which Remix
 * reports as an error. Wishes that come meanwhile are met together, afterwards.
 */
export function useReadAgain(): () => void {
  const { revalidate, state } = useRevalidator()
  const navigation = useNavigation()
  const [asked, setAsked] = useState(0)
  const met = useRef(0)
  const idle = state === 'idle' && navigation.state === 'idle'
  useEffect(() => {
    if (!idle || met.current === asked) return
    met.current = asked
    revalidate()
  }, [idle, asked, revalidate])
  return useCallback(() => setAsked((count) => count + 1), [])
}
