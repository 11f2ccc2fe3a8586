import { useMemo } from 'react'
import { useStoreWithEqualityFn } from 'zustand/traditional'
import { type Box, boxOf } from '#server/canvas/shape.rules.ts'
import { useCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { ViewportPortal } from '../viewport-portal.tsx'
import { aboutOf, useObjectName } from './object-words.ts'
import { openOn } from './talk-store.ts'
import { useTalk, useTalkWays } from './use-talk.ts'

/** On every object that is being discussed: how many discussions are open. */
export function TalkMarks() {
  const threads = useTalk((state) => state.threads)
  const counts = useMemo(() => openOn(threads), [threads])
  if (!counts.size) return null
  return (
    <ViewportPortal>
      {[...counts].map(([id, count]) => (
        <Mark key={id} id={id} count={count} />
      ))}
    </ViewportPortal>
  )
}

const same = (a: Box | null, b: Box | null) => a === b || (a?.x === b?.x && a?.y === b?.y && a?.w === b?.w)

function Mark({ id, count }: { id: string; count: number }) {
  const t = useCanvasWords()
  const { doc } = useCanvas()
  const { show } = useTalkWays()
  const box = useStoreWithEqualityFn(
    doc.store,
    ({ objects }) => {
      const object = objects.get(id)
      return object ? boxOf(object, objects) : null
    },
    same,
  )
  const object = doc.store.getState().objects.get(id)
  const name = useObjectName(object ? aboutOf(object) : null)
  if (!box || !object) return null
  return (
    <div
      // Above all of the 5,000 objects there may be.
      className="absolute top-0 left-0 z-10000"
      style={{ transform: `translate(${box.x + box.w}px, ${box.y}px)` }}
    >
      <button
        type="button"
        data-talk-on={id}
        aria-label={t('talk.mark', { count, name })}
        className="nodrag nopan canvas-steady pointer-events-auto absolute -top-5 -left-2 flex h-6 min-w-6 items-center justify-center rounded-full rounded-bl-mark bg-accent px-1.5 text-meta font-semibold text-on-accent tabular-nums shadow-lift ring-2 ring-canvas hover:bg-accent-hover touch:after:absolute touch:after:-inset-2.5"
        onClick={() => show(id)}
      >
        {count}
      </button>
    </div>
  )
}
