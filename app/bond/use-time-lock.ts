import { useEffect, useState } from 'react'
import type { BondView } from '#server/bond/bond.reads.ts'
import { usePath } from '../live/directory.tsx'

/** Whether HQ has locked the send time of a post; false until that is known. */
export function useTimeLock(postId: string): boolean {
  const path = usePath()
  const [locked, setLocked] = useState(false)
  useEffect(() => {
    const control = new AbortController()
    fetch(path(`post/${postId}/bond`), { signal: control.signal })
      .then(async (response) => {
        if (!response.ok) return
        const { parent } = (await response.json()) as BondView
        setLocked(parent?.fields.some((one) => one.field === 'time' && one.locked) ?? false)
      })
      // Closed, or no connection: the server refuses it all the same.
      .catch(() => undefined)
    return () => control.abort()
  }, [path, postId])
  return locked
}
