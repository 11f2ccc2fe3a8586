import { useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useDoc } from '../canvas-context.ts'
import { useTalk, useTalkWays } from './use-talk.ts'

/** Goes to the discussion that the address names, as a notification's does, once both it and its object are here. */
export function useLinkedThread(): void {
  const [search] = useSearchParams()
  const wanted = search.get('thread')
  const ready = useDoc((state) => state.ready)
  const here = useTalk(({ threads }) => threads?.some((one) => one.id === wanted) ?? false)
  const ways = useTalkWays()
  const latest = useRef(ways)
  latest.current = ways
  useEffect(() => {
    if (wanted && ready && here) latest.current.thread(wanted)
  }, [wanted, ready, here])
}
