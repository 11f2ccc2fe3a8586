import { useEffect, useState } from 'react'
import type { ViewFace } from '#server/view/view.rules.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useConnection } from '../shell/connection.ts'

/** While they cannot be had they are asked for again after this, ms. */
const AGAIN_MS = 3_000

/**
 * The saved views, fetched when they are looked at and again when one changes; null before they are there. `away`: they
 * cannot be had just now; when the server is there again, they are.
 */
export function useViews(): { views: readonly ViewFace[] | null; away: boolean } {
  const path = usePath()
  const directory = useDirectory()
  const live = useConnection() === 'live'
  const [read, setRead] = useState(0)
  const [away, setAway] = useState(false)
  const [data, setData] = useState<{ head: number; views: ViewFace[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one has changed, or the server is back
  useEffect(() => {
    const control = new AbortController()
    fetch(path('views'), { signal: control.signal })
      .then(async (response) => {
        if (response.ok) setData(await response.json())
        setAway(!response.ok)
      })
      // Closed, or no connection: what is shown stays.
      .catch(() => control.signal.aborted || setAway(true))
    return () => control.abort()
  }, [path, read, live])
  // A device that is online again may still reach nothing for a moment.
  useEffect(() => {
    if (!away) return
    const timer = setInterval(() => setRead((count) => count + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [away])
  useEvents(data?.head ?? directory.head, (event) => {
    if (event.type.startsWith('view.')) setRead((count) => count + 1)
  })
  return { views: data?.views ?? null, away }
}
