import { type OnMove, useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Box } from '#server/canvas/shape.rules.ts'
import { useCanvas, useUi } from './canvas-context.ts'

/** How often others learn which part of the canvas I see, ms. */
const TELL_EVERY_MS = 120

/** Tells the others what I see, and shows me what the one sees whom I follow. My own hand on the canvas ends it. */
export function useFollow(wrapper: RefObject<HTMLElement | null>) {
  const { room, ui } = useCanvas()
  const flow = useReactFlow()
  const following = useUi((state) => state.following)
  const view = useStore(
    room.others,
    ({ others }) => others.find((other) => other.uid === following && other.view)?.view ?? null,
  )
  const gone = useStore(
    room.others,
    ({ others }) => following !== null && !others.some((other) => other.uid === following),
  )
  const timer = useRef<ReturnType<typeof setTimeout>>()

  useEffect(() => {
    if (following === null || !view) return
    const box = { x: view.x, y: view.y, width: view.w, height: view.h }
    void flow.fitBounds(box, { padding: 0, duration: 150 })
  }, [flow, following, view])
  useEffect(() => {
    if (gone) ui.follow(null)
  }, [gone, ui])
  useEffect(() => () => clearTimeout(timer.current), [])

  return useMemo(() => {
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
      timer.current = undefined
      const now = mine()
      if (now) room.show({ view: now })
    }
    const moved = () => {
      timer.current ??= setTimeout(tell, TELL_EVERY_MS)
    }
    /** `event` is null when it was not my hand. */
    const started: OnMove = (event) => {
      wrapper.current?.toggleAttribute('data-moving', true)
      if (event && ui.store.getState().following !== null) ui.follow(null)
    }
    const stopped = () => wrapper.current?.toggleAttribute('data-moving', false)
    return { moved, started, stopped }
  }, [flow, room, ui, wrapper])
}
