import { useEffect, useRef, useState } from 'react'
import type { ImportPlan } from '#server/import/import.rules.ts'
import { usePath } from '../live/directory.tsx'
import type { Look } from './types.ts'

/** How long one must pause before the file is looked at again, ms. */
const PAUSE = 150

/** What a file would make under the plan as it is now; `stale` while that is being found out. */
export function useLook<L extends Look>(importId: string, first: L) {
  const path = usePath()
  const [plan, setPlan] = useState<L['plan']>(first.plan)
  const [teamId, setTeam] = useState(first.teamId)
  const [look, setLook] = useState<L>(first)
  const [stale, setStale] = useState(false)
  const asked = useRef({ plan: first.plan as ImportPlan, teamId: first.teamId })
  const url = path(`settings/imports/${importId}/check`)
  useEffect(() => {
    if (asked.current.plan === plan && asked.current.teamId === teamId) return
    asked.current = { plan, teamId }
    setStale(true)
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ plan: JSON.stringify(plan), team: teamId })
        const answer = await fetch(`${url}?${query}`, { signal: abort.signal })
        if (!answer.ok) return
        setLook((await answer.json()) as L)
        setStale(false)
      } catch {
        // Another choice was made meanwhile, or the server is away: the next choice looks again.
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [plan, teamId, url])
  return { plan, setPlan, teamId, setTeam, look, stale }
}
