import { useRevalidator } from '@remix-run/react'
import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { UNSAFE_DataRouterContext } from 'react-router-dom'

/**
 * Runs the page's loaders again. Never while a page is being loaded: that would break the loading off, which Remix
 * reports as an error. Wishes that come meanwhile are met together, afterwards.
 */
export function useReadAgain(): () => void {
  const { revalidate } = useRevalidator()
  // What React has drawn lags behind: only the router knows whether it loads at this moment.
  const router = useContext(UNSAFE_DataRouterContext)?.router
  const [asked, setAsked] = useState(0)
  const met = useRef(0)
  useEffect(() => {
    if (!router || met.current === asked) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const idle = () => router.state.navigation.state === 'idle' && router.state.revalidation === 'idle'
    const read = () => {
      if (met.current === asked || !idle()) return
      met.current = asked
      revalidate()
    }
    // The router tells in the middle of ending a load: a moment later it is ready for another one.
    const stop = router.subscribe(() => {
      clearTimeout(timer)
      if (idle()) timer = setTimeout(read)
    })
    read()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [asked, revalidate, router])
  return useCallback(() => setAsked((count) => count + 1), [])
}
