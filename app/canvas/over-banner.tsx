import { useStore } from 'zustand'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import { Banner } from '../ui/banner.tsx'
import type { OpenCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

/** Says that more stands on a canvas than fits. */
export function OverBanner({ canvas }: { canvas: OpenCanvas }) {
  const t = useCanvasWords()
  const count = useStore(canvas.doc.store, ({ stored }) => stored)
  if (count <= CANVAS.objects) return null
  return (
    <Banner flush tone={count > CANVAS.kept ? 'red' : 'amber'}>
      {count > CANVAS.kept
        ? t('overKept', { count, kept: CANVAS.kept })
        : t('over', { count, most: CANVAS.objects })}
    </Banner>
  )
}
