import { useEffect, useState } from 'react'
import { useDirectory } from '../live/directory.tsx'
import type { SideRoom } from '../live/presence/side-room.ts'
import { useDraft, useDraftMeans } from './draft-context.tsx'

/** The room is kept this long after the pen was laid down: it is often taken again. Milliseconds. */
const LINGER_MS = 60_000
const LOAD_AGAIN_MS = 10_000

/**
 * Is in the draft's room while somebody writes: the words between two saves go through it. Without it everything
 * comes with the saves; `words.reached` says so.
 */
export function useWords(): void {
  const { store, words } = useDraftMeans()
  const { workspace, presence } = useDirectory()
  const postId = useDraft((state) => state.data.post.id)
  const held = useDraft((state) => state.data.pen !== null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (held) return setOpen(true)
    const timer = setTimeout(setOpen, LINGER_MS, false)
    return () => clearTimeout(timer)
  }, [held])

  const id = `${workspace.id}:draft:${postId}`
  const { mode, auth } = presence ?? {}
  useEffect(() => {
    if (!open) return
    const reached = (yes: boolean) => store.setState({ reached: yes })
    if (!mode || !auth) return reached(false)
    const access = { mode, auth }
    let room: SideRoom | undefined
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function enter() {
      try {
        const { enterSideRoom } = await import('../live/presence/side-room.ts')
        if (ended) return
        room = enterSideRoom(access, id, { hear: words.hear, met: () => words.repeat(), reached })
        words.attach(room.send)
      } catch {
        reached(false)
        if (!ended) timer = setTimeout(enter, LOAD_AGAIN_MS)
      }
    }
    void enter()
    return () => {
      ended = true
      clearTimeout(timer)
      words.attach(null)
      room?.leave()
      reached(true)
    }
  }, [open, mode, auth, id, store, words])
}
