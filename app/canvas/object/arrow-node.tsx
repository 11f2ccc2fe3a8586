import { memo, type PointerEvent } from 'react'
import { useStoreWithEqualityFn } from 'zustand/traditional'
import type { ObjectOf } from '#server/canvas/canvas.rules.ts'
import { endsOf, type Point } from '#server/canvas/shape.rules.ts'
import { useCanvas, useUi } from '../canvas-context.ts'
import { usePlace } from '../use-place.ts'
import { inHue, type ObjectProps } from './object-node.ts'

const sameEnds = (a: ReturnType<typeof endsOf>, b: ReturnType<typeof endsOf>) =>
  a.from.x === b.from.x && a.from.y === b.from.y && a.to.x === b.to.x && a.to.y === b.to.y

/** A line with a head, from object to object or from place to place. Only the line itself can be pressed. */
export const ArrowNode = memo(function ArrowNode({
  id,
  data: { object, write },
  selected,
}: ObjectProps<'arrow'>) {
  const { doc } = useCanvas()
  const { from, to } = useStoreWithEqualityFn(doc.store, ({ objects }) => endsOf(object, objects), sameEnds)
  const alone = useUi((state) => state.selection.size === 1)
  const left = Math.min(from.x, to.x)
  const up = Math.min(from.y, to.y)
  const a = { x: from.x - left, y: from.y - up }
  const b = { x: to.x - left, y: to.y - up }
  const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return (
    <svg className="person size-full overflow-visible" style={inHue(object.hue)} aria-hidden="true">
      <line
        x1={a.x}
        y1={a.y}
        x2={b.x}
        y2={b.y}
        stroke="transparent"
        strokeWidth="16"
        style={{ pointerEvents: 'stroke' }}
      />
      {selected ? (
        <line
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          className="stroke-accent/40"
          strokeWidth="8"
          strokeLinecap="round"
        />
      ) : null}
      <line
        x1={a.x}
        y1={a.y}
        x2={b.x}
        y2={b.y}
        className="stroke-person"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M-11 -6 0 0 -11 6"
        fill="none"
        className="stroke-person"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform={`translate(${b.x} ${b.y}) rotate(${angle})`}
      />
      {selected && alone && write && !object.locked ? (
        <>
          <End id={id} object={object} which="from" at={a} />
          <End id={id} object={object} which="to" at={b} />
        </>
      ) : null}
    </svg>
  )
})

interface EndProps {
  id: string
  object: ObjectOf<'arrow'>
  which: 'from' | 'to'
  at: Point
}

/** An end of the chosen arrow, to be put on another object or elsewhere. */
function End({ id, which, at }: EndProps) {
  const { doc } = useCanvas()
  const place = usePlace()
  const put = (event: PointerEvent, drop: boolean) => {
    const to = place.at(event.clientX, event.clientY)
    const held = drop ? place.objectAt(to, id) : null
    doc.change({
      [id]: which === 'from' ? { x: to.x, y: to.y, fromId: held } : { x2: to.x, y2: to.y, toId: held },
    })
  }
  return (
    <circle
      cx={at.x}
      cy={at.y}
      r="7"
      className="nodrag nopan cursor-crosshair fill-panel stroke-accent"
      strokeWidth="2"
      style={{ pointerEvents: 'all' }}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        doc.begin()
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) put(event, false)
      }}
      onPointerUp={(event) => {
        put(event, true)
        doc.end()
      }}
    />
  )
}
