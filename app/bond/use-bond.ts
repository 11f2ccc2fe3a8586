import { useCallback, useEffect, useRef, useState } from 'react'
import type { BondView } from '#server/bond/bond.reads.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'

/** What makes a post stand otherwise to HQ's. */
const MOVES = /^(bond\.|campaign\.(locked|published)|post\.(edited|changed|rescheduled)|variant\.rescheduled)/
const GATHER_MS = 200

/** The bond of a post, read again when something of it has moved. */
export function useBond(postId: string): [BondView | null, () => Promise<void>] {
  const path = usePath()
  const { refresh } = useDraftMeans()
  const head = useDraft((state) => state.data.head)
  const [bond, setBond] = useState<BondView | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const read = useCallback(async () => {
    try {
      const response = await fetch(path(`post/${postId}/bond`))
      if (response.ok) setBond((await response.json()) as BondView)
    } catch {
      // Left, or no connection: what is shown stays, the next change asks again.
    }
  }, [path, postId])
  useEffect(() => {
    void read()
    return () => clearTimeout(timer.current)
  }, [read])
  useEvents(head, ({ type, subjectId }) => {
    if (!MOVES.test(type) || (subjectId !== postId && !type.startsWith('campaign.'))) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void read()
      if (type === 'campaign.locked') void refresh().catch(() => undefined)
    }, GATHER_MS)
  })
  return [bond, read]
}
