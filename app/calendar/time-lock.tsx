import { Lock } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Board } from '../board/board-context.tsx'

/** Says that HQ has locked a send time, and whom to ask: to whoever tries to move it. */
export function useTellTimeLock({ tell }: Pick<Board, 'tell'>): () => void {
  const t = useTranslations('board.card')
  const message = t('timeLocked')
  return useCallback(() => tell({ code: 'bond.fieldLocked', params: {}, message }), [tell, message])
}

/** Why a slot stays where it is, for its tooltip; empty when it may be moved. */
export function useTimeLockWords(locked: boolean | null | undefined): string {
  const t = useTranslations('board.card')
  return locked ? t('timeLocked') : ''
}

/** The mark of a slot whose time is HQ's; the card's tooltip says the same. */
export function TimeLockMark({ className = 'size-3' }: { className?: string }) {
  const t = useTranslations('board.card')
  return <Lock className={`shrink-0 text-subtle ${className}`} role="img" aria-label={t('timeLocked')} />
}
