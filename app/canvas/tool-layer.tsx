import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import { boundsOf, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas, useUi } from './canvas-context.ts'
import type { Tool } from './canvas-ui.ts'
import { inHue } from './object/object-node.ts'
import { pathOf } from './object/plain-nodes.tsx'
import { usePlace } from './use-place.ts'

const STROKE = 4
/** Points of a stroke lie at least so far apart, px. */
const APART = 3
const atOnce = (tool: Tool) => tool === 'note' || tool === 'text'

/** Lies over the canvas while a tool is in hand: what is pressed and drawn on it becomes an object. */
export function ToolLayer() {
  const { acts, ui } = useCanvas()
  const tool = useUi((state) => state.tool)
  const hue = useUi((state) => state.hue)
  const place = usePlace()
  const layer = useRef<HTMLDivElement>(null)
  const [line, setLine] = useState<Point[]>([])
  useScrolling(layer)

  /** Points of the window, relative to the layer, for the drawing under way. */
  const here = (event: PointerEvent): Point => {
    const box = layer.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }

  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    if (atOnce(tool)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setLine([here(event)])
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    if (!line.length) return
    const to = here(event)
    setLine((points) => {
      const last = points.at(-1)
      if (tool !== 'draw') return [points[0] ?? to, to]
      if (points.length * 2 >= CANVAS.points) return points
      return last && Math.hypot(to.x - last.x, to.y - last.y) < APART ? points : [...points, to]
    })
  }

  function up(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    const box = layer.current?.getBoundingClientRect()
    const onCanvas = (point: Point) => place.at(point.x + (box?.left ?? 0), point.y + (box?.top ?? 0))
    const points = (line.length ? line : [here(event)]).map(onCanvas)
    setLine([])
    make(points)
  }

  function make(points: Point[]) {
    const [first] = points
    const last = points.at(-1)
    if (!first || !last) return
    if (tool === 'note' || tool === 'text') {
      const id = tool === 'note' ? acts.note(first) : acts.text(first)
      if (id) ui.edit(id)
      else ui.use('select')
      return
    }
    if (tool === 'draw') {
      const bounds = boundsOf(points.map((point) => ({ ...point, w: 0, h: 0 })))
      if (points.length < 2 || !bounds) return
      const flat = points.flatMap(({ x, y }) => [x - bounds.x, y - bounds.y])
      acts.add({
        kind: 'stroke',
        x: bounds.x,
        y: bounds.y,
        w: Math.max(1, bounds.w),
        h: Math.max(1, bounds.h),
        points: flat,
        width: STROKE,
        hue,
      })
      // The pen stays in hand, and what was drawn is not what is meant next.
      ui.select([])
      return
    }
    ui.use('select')
    if (tool === 'frame') {
      const x = Math.min(first.x, last.x)
      const y = Math.min(first.y, last.y)
      const id = acts.frame({ x, y, w: Math.abs(first.x - last.x), h: Math.abs(first.y - last.y) })
      if (id) ui.edit(id)
    }
    if (tool === 'arrow') {
      const fromId = place.objectAt(first)
      const toId = place.objectAt(last)
      if (fromId !== null && fromId === toId) return
      if (Math.hypot(first.x - last.x, first.y - last.y) < 10) return
      acts.add({ kind: 'arrow', x: first.x, y: first.y, x2: last.x, y2: last.y, fromId, toId, hue })
    }
  }

  if (tool === 'select' || tool === 'hand') return null
  const start = line[0]
  const end = line.at(-1)
  return (
    <div
      ref={layer}
      data-tool={tool}
      className="absolute inset-0 z-4 cursor-crosshair touch-none"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => setLine([])}
    >
      {start && end ? (
        <svg className="person size-full" style={inHue(hue)} aria-hidden="true">
          {tool === 'frame' ? (
            <rect
              x={Math.min(start.x, end.x)}
              y={Math.min(start.y, end.y)}
              width={Math.abs(start.x - end.x)}
              height={Math.abs(start.y - end.y)}
              rx="10"
              className="fill-person-soft stroke-person"
            />
          ) : (
            <path
              d={pathOf(line.flatMap(({ x, y }) => [x, y]))}
              fill="none"
              strokeWidth="3"
              strokeLinecap="round"
              className="stroke-person"
            />
          )}
        </svg>
      ) : null}
    </div>
  )
}

/** With a tool in hand one still scrolls and zooms. */
function useScrolling(layer: { current: HTMLDivElement | null }) {
  const flow = useReactFlow()
  const tool = useUi((state) => state.tool)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the layer is there only with a tool
  useEffect(() => {
    const element = layer.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const { x, y, zoom } = flow.getViewport()
      if (!event.ctrlKey && !event.metaKey)
        return void flow.setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom })
      void flow.zoomTo(zoom * 2 ** (-event.deltaY / 200))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [flow, layer, tool])
}
