import type { ImportState } from '#server/import/import.rules.ts'
import type { Tone } from '../ui/badge.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { ImportFacts } from './types.ts'

export const TONE: Record<ImportState, Tone> = {
  ready: 'neutral',
  running: 'accent',
  done: 'green',
  failed: 'red',
  undoing: 'accent',
  undone: 'slate',
}

type Counted = Pick<ImportFacts, 'state' | 'made' | 'updated' | 'bad' | 'removed' | 'kept'>

/** What came of an import, in a line. */
export function Outcome({ run }: { run: Counted }) {
  const t = useTransferWords()
  const { state, made, updated, bad, removed, kept } = run
  if (state === 'undone') return <>{t('outcomeUndone', { removed, kept: String(kept) })}</>
  const parts = [
    t('outcome', { made }),
    updated ? t('outcomeUpdated', { updated: String(updated) }) : null,
    bad ? t('outcomeBad', { bad }) : null,
  ]
  return <>{parts.filter(Boolean).join(', ')}</>
}
