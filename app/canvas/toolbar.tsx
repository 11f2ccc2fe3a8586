import {
  ArrowUpRight,
  Frame,
  Hand,
  ImagePlus,
  type LucideIcon,
  MousePointer2,
  PenLine,
  Redo2,
  SquareDashedMousePointer,
  SquareKanban,
  StickyNote,
  Type,
  Undo2,
} from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import type { Tool } from './canvas-ui.ts'
import { useCanvasWords } from './canvas-words.ts'
import { useAddImages } from './use-images.ts'
import { usePlace } from './use-place.ts'

const tools: { tool: Tool; icon: LucideIcon; keys: string; writes: boolean }[] = [
  { tool: 'select', icon: MousePointer2, keys: 'v', writes: false },
  { tool: 'hand', icon: Hand, keys: 'h', writes: false },
  { tool: 'note', icon: StickyNote, keys: 'n', writes: true },
  { tool: 'text', icon: Type, keys: 't', writes: true },
  { tool: 'frame', icon: Frame, keys: 'f', writes: true },
  { tool: 'arrow', icon: ArrowUpRight, keys: 'a', writes: true },
  { tool: 'draw', icon: PenLine, keys: 'd', writes: true },
]

export const floating = 'rounded-card bg-overlay shadow-menu'

/** What can be put on the canvas. Readers have what one needs for looking around. */
export function Toolbar() {
  const t = useCanvasWords()
  const { write, ui, doc, askPost } = useCanvas()
  const current = useUi((state) => state.tool)
  const canUndo = useDoc((state) => state.canUndo)
  const canRedo = useDoc((state) => state.canRedo)
  const steps = (className?: string) => (
    <>
      <IconButton
        label={t('undo')}
        icon={<Undo2 />}
        keys="mod+z"
        className={className}
        disabled={!canUndo}
        onClick={doc.undo}
      />
      <IconButton
        label={t('redo')}
        icon={<Redo2 />}
        keys="mod+shift+z"
        className={className}
        disabled={!canRedo}
        onClick={doc.redo}
      />
    </>
  )
  return (
    <>
      {write ? (
        <div
          role="toolbar"
          aria-label={t('steps')}
          className={`absolute bottom-22 left-2 z-5 flex gap-0.5 p-1 sm:hidden ${floating}`}
        >
          {steps()}
          <span className="hidden touch:contents">
            <AreaButton />
          </span>
        </div>
      ) : null}
      <div
        role="toolbar"
        aria-label={t('tools')}
        className={`absolute bottom-3 left-1/2 z-5 flex max-w-[calc(100%-1rem)] -translate-x-1/2 items-center gap-0.5 overflow-x-auto p-1 max-sm:bottom-5.5 [scrollbar-width:none] ${write ? '' : 'max-sm:hidden'} ${floating}`}
      >
        {write ? (
          <span className="hidden sm:touch:contents">
            <AreaButton />
          </span>
        ) : null}
        {tools
          .filter(({ writes }) => write || !writes)
          .map(({ tool, icon: Icon, keys, writes }) => (
            <IconButton
              key={tool}
              label={t(`tool.${tool}`)}
              icon={<Icon />}
              keys={keys}
              aria-pressed={current === tool}
              // On a phone a finger moves the view when no tool is in hand; the same press puts a tool away.
              className={writes ? undefined : 'max-sm:hidden'}
              onClick={() => ui.use(current === tool ? 'select' : tool)}
            />
          ))}
        {write ? (
          <>
            <ImageButton />
            <IconButton label={t('tool.post')} icon={<SquareKanban />} keys="p" onClick={askPost} />
            <span className="mx-1 h-5 w-px shrink-0 bg-line max-sm:hidden" />
            {steps('max-sm:hidden')}
          </>
        ) : null}
      </div>
    </>
  )
}

/** For a finger, which otherwise moves the view: the next one draws a rectangle. A mouse does so without it. */
function AreaButton() {
  const t = useCanvasWords()
  const { ui } = useCanvas()
  const on = useUi((state) => state.tool === 'area')
  return (
    <IconButton
      label={t('tool.area')}
      icon={<SquareDashedMousePointer />}
      aria-pressed={on}
      onClick={() => ui.use(on ? 'select' : 'area')}
    />
  )
}

function ImageButton() {
  const t = useCanvasWords()
  const file = useRef<HTMLInputElement>(null)
  const place = usePlace()
  const addImages = useAddImages()
  return (
    <>
      <IconButton label={t('tool.image')} icon={<ImagePlus />} onClick={() => file.current?.click()} />
      <input
        ref={file}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('tool.image')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void addImages(files, place.middle())
        }}
      />
    </>
  )
}
