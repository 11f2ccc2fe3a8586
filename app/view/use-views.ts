import { useEffect, useState } from 'react'
import type { ViewFace } from '#server/view/view.rules.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'

/** The saved views, fetched when they are looked at and again when one changes; null before they are there. */
export function useViews(): { views: readonly ViewFace[] | null } {
  const path = usePath()
  const directory = useDirectory()
  const [read, setRead] = useState(0)
  const [data, setData] = useState<{ head: number; views: ViewFace[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one has changed
  useEffect(() => {
    const control = new AbortController()
    fetch(path('views'), { signal: control.signal })
      .then(async (response) => {
        if (response.ok) setData(await response.json())
      })
      // Closed, or no connection: what is shown stays.
      .catch(() => undefined)
    return () => control.abort()
  }, [path, read])
  useEvents(data?.head ?? directory.head, (event) => {
    if (event.type.startsWith('view.')) setRead((count) => count + 1)
  })
  return { views: data?.views ?? null }
}
