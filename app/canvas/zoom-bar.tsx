import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { useFormatter } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { useCanvasWords } from './canvas-words.ts'
import { FIT } from './fit.ts'
import { floating } from './toolbar.tsx'

/** How near one looks; on a narrow window two fingers do that, and only the way back to everything is there. */
export function ZoomBar() {
  const t = useCanvasWords()
  const flow = useReactFlow()
  return (
    <div
      role="toolbar"
      aria-label={t('zoom')}
      className={`absolute right-4 bottom-3 z-5 flex items-center gap-0.5 p-1 max-lg:right-2 max-lg:bottom-20 max-sm:bottom-22 ${floating}`}
    >
      <IconButton
        label={t('zoomOut')}
        icon={<Minus />}
        className="max-lg:hidden"
        size="dense"
        keys="-"
        onClick={() => void flow.zoomOut()}
      />
      <Percent />
      <IconButton
        label={t('zoomIn')}
        icon={<Plus />}
        className="max-lg:hidden"
        size="dense"
        keys="="
        onClick={() => void flow.zoomIn()}
      />
      <IconButton
        label={t('fit')}
        icon={<Maximize />}
        size="dense"
        keys="1"
        onClick={() => void flow.fitView({ ...FIT, duration: 180 })}
      />
    </div>
  )
}

function Percent() {
  const t = useCanvasWords()
  const format = useFormatter()
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  const flow = useReactFlow()
  return (
    <button
      type="button"
      aria-label={t('zoomFull')}
      className="h-dense w-12 rounded-control max-lg:hidden text-center text-meta text-muted tabular-nums hover:bg-hover"
      onClick={() => void flow.zoomTo(1, { duration: 120 })}
    >
      {format.number(percent / 100, { style: 'percent' })}
    </button>
  )
}
