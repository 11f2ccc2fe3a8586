import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import { hueOf } from '../../ui/hue.ts'
import { usePresenceStore } from './presence-room.tsx'
import type { Point } from './presence-state.rules.ts'
import type { Pointer } from './roster.ts'

/**
 * Wraps the content of a scrolling container: sends where my pointer is in that content, and draws the others'. Since
 * positions are those of the content, everybody points at the same thing however far they have scrolled.
 */
export function Cursors(props: { surface: string; className?: string; children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  usePointer(props.surface, content, (x, y) => {
    const box = content.current!.getBoundingClientRect()
    return { x: x - box.left, y: y - box.top }
  })
  return (
    <div ref={content} className={`relative ${props.className ?? ''}`}>
      {props.children}
      <CursorLayer surface={props.surface} />
    </div>
  )
}

/**
 * Sends the pointer while it is over `target`. `locate` turns client coordinates into those of the surface, for
 * surfaces with a zoom of their own; it is called when a position is sent, not at every move.
 */
export function usePointer(
  surface: string,
  target: { current: HTMLElement | null },
  locate: (clientX: number, clientY: number) => { x: number; y: number },
) {
  const { reporter } = usePresenceStore()
  const locator = useRef(locate)
  useEffect(() => {
    locator.current = locate
  })
  useEffect(() => {
    const element = target.current
    if (!element) return
    let at: { x: number; y: number } | null = null
    const here = (): Point | null => {
      if (!at || !target.current) return null
      const { x, y } = locator.current(at.x, at.y)
      return { surface, x: Math.round(x), y: Math.round(y) }
    }
    const move = (event: MouseEvent) => {
      if ('pointerType' in event && event.pointerType === 'touch') return
      at = { x: event.clientX, y: event.clientY }
      reporter.point(here)
    }
    // The content moves under a resting pointer.
    const scroll = () => {
      if (at) reporter.point(here)
    }
    const out = () => {
      at = null
      reporter.point(() => null)
    }
    element.addEventListener('pointermove', move, { passive: true })
    // While something is dragged the browser sends no pointer events.
    element.addEventListener('dragover', move, { passive: true })
    element.addEventListener('pointerleave', out)
    window.addEventListener('scroll', scroll, { passive: true, capture: true })
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('dragover', move)
      element.removeEventListener('pointerleave', out)
      window.removeEventListener('scroll', scroll, { capture: true })
      if (at) out()
    }
  }, [reporter, surface, target])
}

type Mark = Omit<Pointer, 'point'>

/** The others' pointers on a surface. React knows who is there; where they are goes straight to the elements. */
export function CursorLayer({ surface }: { surface: string }) {
  const { roster } = usePresenceStore()
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const elements = useRef(new Map<number, HTMLElement>())
  const places = useRef(new Map<number, { x: number; y: number; at: number }>())

  useEffect(() => {
    const known = places.current
    const end = roster.onPointer(({ point, ...mark }) => {
      const { connection } = mark
      if (point?.surface !== surface) {
        if (known.delete(connection)) setMarks((list) => list.filter((one) => one.connection !== connection))
        return
      }
      const now = performance.now()
      const before = known.get(connection)
      known.set(connection, { x: point.x, y: point.y, at: now })
      if (!before) setMarks((list) => [...list.filter((one) => one.connection !== connection), mark])
      const element = elements.current.get(connection)
      // Glide for as long as positions are apart: smooth at any rate, and never behind by more than one.
      if (element && before) place(element, point, Math.min(120, now - before.at))
    })
    return () => {
      end()
      known.clear()
      setMarks([])
    }
  }, [roster, surface])

  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 z-40 overflow-clip"
      data-cursors={surface}
    >
      {marks.map((mark) => (
        <div
          key={mark.connection}
          ref={(element) => {
            if (!element) return void elements.current.delete(mark.connection)
            elements.current.set(mark.connection, element)
            const at = places.current.get(mark.connection)
            if (at) place(element, at, 0)
          }}
          className="person absolute top-0 left-0 will-change-transform"
          style={{ '--hue': hueOf(mark.uid) } as CSSProperties}
          data-cursor={mark.uid}
        >
          <svg
            width="16"
            height="18"
            viewBox="0 0 16 18"
            className="block fill-person stroke-panel"
            strokeWidth="1.5"
          >
            <title>{mark.name}</title>
            <path d="M1.5 1.5 14 9.2 8.2 10.3 5.2 16Z" strokeLinejoin="round" />
          </svg>
          <span className="absolute top-4 left-3 max-w-40 truncate rounded-mark bg-person px-1.5 py-px text-[11px] font-medium text-white">
            {mark.name}
          </span>
        </div>
      ))}
    </div>
  )
}

function place(element: HTMLElement, at: { x: number; y: number }, glideMs: number) {
  element.style.transition = glideMs > 0 ? `transform ${Math.round(glideMs)}ms linear` : 'none'
  element.style.transform = `translate3d(${at.x}px, ${at.y}px, 0)`
}
