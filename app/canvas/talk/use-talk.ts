import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useCanvas } from '../canvas-context.ts'
import type { TalkState } from './talk-store.ts'

export const useTalk = <T>(pick: (state: TalkState) => T): T => useStore(useCanvas().talk.store, pick)

/** The ways into the discussions: the panel, one object, one discussion. */
export function useTalkWays() {
  const { talk, ui, acts, doc, fetchTalk } = useCanvas()
  const flow = useReactFlow()
  return useMemo(() => {
    const open = (change: { thread?: string | null; writing?: string | null }) =>
      fetchTalk(() => talk.store.setState({ open: true, thread: null, writing: null, ...change }))
    /** Brings an object into view, as near as one is. */
    const look = (id: string) =>
      void flow.fitView({
        nodes: [{ id }],
        padding: 0.6,
        maxZoom: Math.max(flow.getZoom(), 0.6),
        duration: 180,
      })
    return {
      close: () => talk.store.setState({ open: false, writing: null }),
      /** Begins to write on an object; without one, on what is chosen. */
      write(id?: string) {
        const { selection } = ui.store.getState()
        const [chosen] = selection
        const on = id ?? (selection.size === 1 ? chosen : undefined)
        if (on && id) acts.select([on])
        open({ writing: on ?? null })
      },
      /** Shows what is said on an object. */
      show(id: string) {
        ui.select([id])
        open({})
      },
      /** Shows one discussion, with its object while that is there. */
      thread(threadId: string) {
        const found = talk.store.getState().threads?.find((one) => one.id === threadId)
        if (!found) return
        const here = doc.store.getState().objects.has(found.objectId)
        ui.select(here ? [found.objectId] : [])
        if (here) look(found.objectId)
        open({ thread: threadId })
      },
    }
  }, [talk, ui, acts, doc, fetchTalk, flow])
}
