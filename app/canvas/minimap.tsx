import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { type Box, boundsOf, boxOf, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

const WIDTH = 176
const HEIGHT = 112
/** Around what it shows, px. */
const AIR = 6
/** Between two drawings of it while others work, ms. */
const APART_MS = 200

/** Where the overview shows what: `scale` px a canvas unit, from the left upper corner at `x`, `y`. */
interface Fit extends Point {
  scale: number
}

/**
 * The canvas as a whole, and what of it one sees; a press goes there. Drawn when objects change and when a move has
 * ended; meanwhile only the frame of what one sees is moved.
 */
export function Minimap() {
  const t = useCanvasWords()
  const { doc } = useCanvas()
  const store = useStoreApi()
  const flow = useReactFlow()
  const picture = useRef<HTMLCanvasElement>(null)
  const sight = useRef<HTMLDivElement>(null)
  const fit = useRef<Fit>({ x: 0, y: 0, scale: 1 })
  /** From the middle of what one sees to where it is held. */
  const held = useRef<Point | null>(null)

  const map = useMemo(() => {
    const view = (): Box => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      return { x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }
    }
    const frame = () => {
      const { x, y, w, h } = view()
      const { scale, x: left, y: up } = fit.current
      const style = sight.current?.style
      if (!style) return
      style.transform = `translate(${(x - left) * scale}px, ${(y - up) * scale}px)`
      style.width = `${w * scale}px`
      style.height = `${h * scale}px`
    }
    const draw = () => {
      const { objects, order } = doc.store.getState()
      const boxes = new Map([...objects].map(([id, object]) => [id, boxOf(object, objects)]))
      const things = boundsOf([...boxes.values()])
      const seen = view()
      // Nothing to find one's way in: it would only lie over what is there.
      const whole =
        !things ||
        (things.x >= seen.x &&
          things.y >= seen.y &&
          things.x + things.w <= seen.x + seen.w &&
          things.y + things.h <= seen.y + seen.h)
      picture.current?.parentElement?.toggleAttribute('data-idle', whole)
      const all = boundsOf([...(things ? [things] : []), seen])
      if (all && picture.current) {
        const scale = Math.min((WIDTH - 2 * AIR) / all.w, (HEIGHT - 2 * AIR) / all.h)
        const x = all.x + all.w / 2 - WIDTH / 2 / scale
        const y = all.y + all.h / 2 - HEIGHT / 2 / scale
        fit.current = { x, y, scale }
        const list = order.flatMap((id) => {
          const object = objects.get(id)
          const box = boxes.get(id)
          return object && box ? [{ object, box }] : []
        })
        paint(picture.current, list, fit.current)
      }
      frame()
    }
    return { frame, draw, view }
  }, [doc, store])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        map.draw()
      }, APART_MS)
    }
    let { transform, width, height } = store.getState()
    const moved = () => {
      const now = store.getState()
      if (now.transform === transform && now.width === width && now.height === height) return
      ;({ transform, width, height } = now)
      map.frame()
      // Pushed on while the view moves: drawn again when it rests.
      clearTimeout(timer)
      timer = undefined
      soon()
    }
    map.draw()
    const offs = [store.subscribe(moved), doc.store.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const off of offs) off()
    }
  }, [map, store, doc])

  const at = (event: PointerEvent<HTMLDivElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const { x, y, scale } = fit.current
    return { x: x + (event.clientX - box.left) / scale, y: y + (event.clientY - box.top) / scale }
  }
  const go = (to: Point) => {
    const from = held.current ?? { x: 0, y: 0 }
    void flow.setCenter(to.x - from.x, to.y - from.y, { zoom: flow.getZoom() })
  }

  return (
    <div
      role="img"
      aria-label={t('minimap')}
      data-minimap
      data-idle
      className="canvas-minimap absolute right-4 bottom-16 z-5 hidden cursor-pointer touch-none overflow-hidden rounded-card bg-raised shadow-lift ring-1 ring-line md:block"
      style={{ width: WIDTH, height: HEIGHT }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const to = at(event)
        const { x, y, w, h } = map.view()
        const inside = to.x >= x && to.x <= x + w && to.y >= y && to.y <= y + h
        held.current = inside ? { x: to.x - x - w / 2, y: to.y - y - h / 2 } : { x: 0, y: 0 }
        go(to)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(at(event))
      }}
      onPointerUp={() => {
        held.current = null
      }}
    >
      <canvas ref={picture} className="size-full text-n8" />
      <div ref={sight} className="canvas-sight" />
    </div>
  )
}

function paint(
  canvas: HTMLCanvasElement,
  list: readonly { object: CanvasObject; box: Box }[],
  fit: Fit,
): void {
  const sharp = Math.min(2, window.devicePixelRatio || 1)
  canvas.width = WIDTH * sharp
  canvas.height = HEIGHT * sharp
  const pen = canvas.getContext('2d')
  if (!pen) return
  const plain = getComputedStyle(canvas).color
  pen.scale(sharp, sharp)
  for (const { object, box } of list) {
    const x = (box.x - fit.x) * fit.scale
    const y = (box.y - fit.y) * fit.scale
    const w = Math.max(1, box.w * fit.scale)
    const h = Math.max(1, box.h * fit.scale)
    const colour = 'hue' in object ? `oklch(0.7 0.1 ${object.hue * 30 + 15})` : plain
    if (object.kind === 'frame') {
      pen.strokeStyle = colour
      pen.strokeRect(x, y, w, h)
    } else if (object.kind !== 'arrow') {
      pen.fillStyle = colour
      pen.fillRect(x, y, w, h)
    }
  }
}
