import { useReactFlow } from '@xyflow/react'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { FIT } from './fit.ts'
import { TEMPLATES, useTemplate } from './templates.ts'

/** On a canvas with nothing on it: what to do next. Presses beside its buttons go to the canvas under it. */
export function BlankCanvas() {
  const t = useCanvasWords()
  const { acts, head, ui, write } = useCanvas()
  const blank = useDoc(({ ready, order }) => ready && order.length === 0)
  const idle = useUi(({ tool }) => tool === 'select' || tool === 'hand')
  const flow = useReactFlow()
  const fromTemplate = useTemplate()
  if (!blank || !idle) return null
  return (
    <div className="pointer-events-none absolute inset-0 z-4 flex items-center justify-center overflow-auto pb-16 [&_button]:pointer-events-auto">
      <EmptyState
        title={t('blank.title')}
        art={
          <LineArt>
            <rect x="10" y="12" width="38" height="30" rx="3" />
            <path d="M17 21h24m-24 7h16M50 27h20m-5-4 5 4-5 4" />
            <rect x="73" y="12" width="38" height="30" rx="3" />
            <path d="M80 21h24M22 60c8-10 14 8 22-2s14 6 20-2" />
          </LineArt>
        }
        act={
          write ? (
            <>
              <Button kind="primary" onClick={() => ui.use('note')}>
                {t('blank.note')}
              </Button>
              {TEMPLATES.filter((name) => name !== 'empty').map((name) => (
                <Button
                  key={name}
                  onClick={() => {
                    acts.addOnTop(fromTemplate(name, head.campaignId))
                    ui.select([])
                    requestAnimationFrame(() => void flow.fitView({ ...FIT, duration: 180 }))
                  }}
                >
                  {t(`template.${name}.name`)}
                </Button>
              ))}
            </>
          ) : null
        }
      >
        {write ? t('blank.hint') : null}
      </EmptyState>
    </div>
  )
}
