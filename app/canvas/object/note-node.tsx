import { memo } from 'react'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import { useUi } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { cutOff, inHue, type ObjectProps, ring } from './object-node.ts'
import { Resizer } from './resizer.tsx'
import { TextBox } from './text-box.tsx'

const words = 'p-3 text-body leading-snug whitespace-pre-wrap [overflow-wrap:anywhere]'

/** A sticky. */
export const NoteNode = memo(function NoteNode({
  id,
  data: { object, write },
  selected,
}: ObjectProps<'note'>) {
  const t = useCanvasWords()
  const editing = useUi((state) => state.editing === id)
  return (
    <>
      <Resizer selected={selected} object={object} write={write} least={60} />
      <div
        className={`person size-full rounded-card canvas-note text-fg shadow-lift ring-1 ring-person/25 ring-inset ${ring(selected)}`}
        style={inHue(object.hue)}
      >
        {editing ? (
          <TextBox
            id={id}
            text={object.text}
            label={t('kind.note')}
            max={CANVAS.note}
            height={object.h}
            className={words}
          />
        ) : (
          <p className={`size-full ${cutOff(object.text, object, 14, 12)} ${words}`}>
            {object.text || <span className="text-subtle">{write ? t('writeHere') : ''}</span>}
          </p>
        )}
      </div>
    </>
  )
})
