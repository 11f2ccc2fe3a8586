import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import type { Point } from '#server/canvas/shape.rules.ts'
import { useUi } from './canvas-context.ts'
import type { Tool } from './canvas-ui.ts'
import { useCanvasWords } from './canvas-words.ts'
import { inHue } from './object/object-node.ts'
import { pathOf } from './object/plain-nodes.tsx'
import { between } from './touch-area.tsx'
import { useMake } from './use-make.ts'
import { usePlace } from './use-place.ts'

/** Points of a stroke lie at least so far apart, px. */
const APART = 3
/** What Enter puts down, too. */
const BY_KEY = new Set<Tool>(['note', 'text', 'frame', 'arrow'])
const atOnce = (tool: Tool) => tool === 'note' || tool === 'text'

/** Lies over the canvas while a tool is in hand: what is pressed and drawn on it becomes an object. */
export function ToolLayer() {
  const t = useCanvasWords()
  const tool = useUi((state) => state.tool)
  const hue = useUi((state) => state.hue)
  const place = usePlace()
  const make = useMake()
  const layer = useRef<HTMLDivElement>(null)
  const [line, setLine] = useState<Point[]>([])
  useScrolling(layer)

  /** Points of the window, relative to the layer, for the drawing under way. */
  const here = (event: PointerEvent): Point => {
    const box = layer.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }

  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !event.isPrimary) return
    if (atOnce(tool)) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setLine([here(event)])
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    if (!line.length || !event.isPrimary) return
    const to = here(event)
    setLine((points) => {
      const last = points.at(-1)
      if (tool !== 'draw') return [points[0] ?? to, to]
      if (last && Math.hypot(to.x - last.x, to.y - last.y) < APART) return points
      // Drawn for long: every second point will do for what there is.
      const before = points.length * 2 < CANVAS.points ? points : points.filter((_, index) => index % 2 === 0)
      return [...before, to]
    })
  }

  function up(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !event.isPrimary) return
    const box = layer.current?.getBoundingClientRect()
    const onCanvas = (point: Point) => place.at(point.x + (box?.left ?? 0), point.y + (box?.top ?? 0))
    const points = (line.length ? line : [here(event)]).map(onCanvas)
    setLine([])
    make(points)
  }

  if (tool === 'select' || tool === 'hand') return null
  const start = line[0]
  const end = line.at(-1)
  const drawn = start && end ? between(start, end) : null
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
      {BY_KEY.has(tool) ? (
        <p role="status" className="sr-only">
          {t('byKey')}
        </p>
      ) : null}
      {drawn ? (
        <svg className="person size-full" style={inHue(hue)} aria-hidden="true">
          {tool === 'frame' || tool === 'area' ? (
            <rect
              x={drawn.x}
              y={drawn.y}
              width={drawn.w}
              height={drawn.h}
              rx={tool === 'frame' ? 10 : 3}
              className={tool === 'frame' ? 'fill-person-soft stroke-person' : 'fill-accent/10 stroke-accent'}
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
