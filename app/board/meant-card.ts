import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { toast } from '../ui/toast.ts'
import type { Board } from './board-context.tsx'

export const cardAt = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card]')?.dataset.card : undefined

/**
 * The card that a command means: the one with the keyboard, or the one that had it when the palette was opened or the
 * card was moved. Without one nothing is chosen for the person; they are told what to do.
 */
export function useMeantCard({ cards }: Board): () => string | null {
  const t = useTranslations('board')
  const last = useRef<string | null>(null)
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[role=dialog], [role=menu]')) return
      last.current = cardAt(target) ?? null
    }
    document.addEventListener('focusin', look)
    document.addEventListener('pointerdown', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('pointerdown', look)
    }
  }, [])
  return () => {
    const id = cardAt(document.activeElement) ?? last.current
    if (id && cards.card(id)) return id
    toast({ id: 'no-card', title: t('noCard') })
    return null
  }
}
