import { useStore } from 'zustand'
import { CANVAS } from '#server/canvas/canvas.rules.ts'
import { Banner } from '../ui/banner.tsx'
import type { OpenCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'

/** Says how much more fits on a canvas that is nearly full, and what it means that more stands on it than fits. */
export function LimitBanner({ canvas }: { canvas: OpenCanvas }) {
  const t = useCanvasWords()
  const count = useStore(canvas.doc.store, ({ stored }) => (stored < CANVAS.nearly ? 0 : stored))
  const bytes = useStore(canvas.doc.store, (state) => (state.bytes < CANVAS.nearlyBytes ? 0 : state.bytes))
  const most = CANVAS.objects
  if (bytes > CANVAS.keptBytes)
    return (
      <Banner flush tone="red">
        {t('heavyKept')}
      </Banner>
    )
  if (count > CANVAS.kept)
    return (
      <Banner flush tone="red">
        {t('overKept', { count, kept: CANVAS.kept })}
      </Banner>
    )
  if (count > most)
    return (
      <Banner flush tone="amber">
        {t('over', { count, most })}
      </Banner>
    )
  // Who only reads adds nothing.
  if (!canvas.write) return null
  // Drawings and long texts may fill it first.
  if (bytes)
    return (
      <Banner flush tone={bytes < CANVAS.bytes ? 'neutral' : 'amber'}>
        {bytes < CANVAS.bytes ? t('nearlyHeavy', { part: bytes / CANVAS.bytes }) : t('isHeavy')}
      </Banner>
    )
  if (!count) return null
  return (
    <Banner flush tone={count === most ? 'amber' : 'neutral'}>
      {count === most ? t('isFull', { most }) : t('nearlyFull', { room: most - count, most })}
    </Banner>
  )
}
