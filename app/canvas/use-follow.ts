import { type OnMove, useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Box } from '#server/canvas/shape.rules.ts'
import { useCanvas, useUi } from './canvas-context.ts'

/** How often others learn which part of the canvas I see, ms. */
const TELL_EVERY_MS = 120
/** The view rests when it has not moved for so long, ms. */
const REST_MS = 200

/** Tells the others what I see, and shows me what the one sees whom I follow. My own hand on the canvas ends it. */
export function useFollow(wrapper: RefObject<HTMLElement | null>) {
  const { room, ui } = useCanvas()
  const flow = useReactFlow()
  const store = useStoreApi()
  const following = useUi((state) => state.following)
  const view = useStore(
    room.others,
    ({ others }) => others.find((other) => other.uid === following && other.view)?.view ?? null,
  )
  const gone = useStore(
    room.others,
    ({ others }) => following !== null && !others.some((other) => other.uid === following),
  )

  useEffect(() => {
    if (following === null || !view) return
    const box = { x: view.x, y: view.y, width: view.w, height: view.h }
    void flow.fitBounds(box, { padding: 0, duration: 150 })
  }, [flow, following, view])
  useEffect(() => {
    if (gone) ui.follow(null)
  }, [gone, ui])

  useEffect(() => {
    let telling: ReturnType<typeof setTimeout> | undefined
    let resting: ReturnType<typeof setTimeout> | undefined
    const mine = (): Box | null => {
      const box = wrapper.current?.getBoundingClientRect()
      if (!box) return null
      const { x, y, zoom } = flow.getViewport()
      return {
        x: Math.round(-x / zoom),
        y: Math.round(-y / zoom),
        w: Math.round(box.width / zoom),
        h: Math.round(box.height / zoom),
      }
    }
    const tell = () => {
      telling = undefined
      const now = mine()
      if (now) room.show({ view: now })
    }
    const rest = () => wrapper.current?.toggleAttribute('data-moving', false)
    let { transform, width, height } = store.getState()
    // Of one turn of a wheel React Flow tells the beginning only.
    const end = store.subscribe((now) => {
      if (now.transform === transform && now.width === width && now.height === height) return
      ;({ transform, width, height } = now)
      telling ??= setTimeout(tell, TELL_EVERY_MS)
      clearTimeout(resting)
      resting = setTimeout(rest, REST_MS)
    })
    telling = setTimeout(tell, TELL_EVERY_MS)
    return () => {
      end()
      clearTimeout(telling)
      clearTimeout(resting)
    }
  }, [flow, store, room, wrapper])

  const hand = useMemo(() => {
    const leave = () => ui.store.getState().following !== null && ui.follow(null)
    /** `event` is null when it was not my hand. */
    const started: OnMove = (event) => {
      wrapper.current?.toggleAttribute('data-moving', true)
      if (event) leave()
    }
    const stopped = () => wrapper.current?.toggleAttribute('data-moving', false)
    return { started, stopped, leave }
  }, [ui, wrapper])
  // React Flow calls a turn of a wheel the beginning of a move only when the one before has ended for it.
  useEffect(() => {
    const element = wrapper.current
    element?.addEventListener('wheel', hand.leave, { passive: true })
    return () => element?.removeEventListener('wheel', hand.leave)
  }, [wrapper, hand])
  return hand
}
