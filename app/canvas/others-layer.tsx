import { useStore } from 'zustand'
import { boxOf } from '#server/canvas/shape.rules.ts'
import { CursorLayer } from '../live/presence/cursors.tsx'
import { hueOf } from '../ui/hue.ts'
import { useCanvas, useDoc } from './canvas-context.ts'
import { ViewportPortal } from './viewport-portal.tsx'

/** The others on the canvas: their pointers, and what they have chosen. */
export function OthersLayer() {
  const { room } = useCanvas()
  const others = useStore(room.others, (state) => state.others)
  return (
    <ViewportPortal>
      {others.some((other) => other.selected.length) ? <Choices /> : null}
      <CursorLayer surface="canvas" />
    </ViewportPortal>
  )
}

function Choices() {
  const { room } = useCanvas()
  const others = useStore(room.others, (state) => state.others)
  const objects = useDoc((state) => state.objects)
  return others.flatMap(({ connection, uid, name, selected }) =>
    selected.flatMap((id, index) => {
      const object = objects.get(id)
      if (!object) return []
      const { x, y, w, h } = boxOf(object, objects)
      return (
        <div
          key={`${connection} ${id}`}
          data-chosen-by={uid}
          className="person pointer-events-none absolute top-0 left-0 z-30 rounded-card outline-2 outline-offset-2 outline-person"
          style={
            {
              '--hue': hueOf(uid),
              width: w,
              height: h,
              transform: `translate(${x}px, ${y}px)`,
            } as React.CSSProperties
          }
        >
          {index === 0 ? (
            <span className="absolute -top-6 left-0 max-w-40 truncate rounded-mark bg-person px-1.5 py-px text-[11px] font-medium text-white">
              {name}
            </span>
          ) : null}
        </div>
      )
    }),
  )
}
