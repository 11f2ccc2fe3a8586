import { KEPT_COPY_REASONS, type KeptCopies } from '#server/series/series.rules.ts'
import { useListFormat } from '../ui/list-format.ts'
import { useSeriesWords } from './series-words.ts'

/** Says which copies stayed as they are, and why; nothing when all gave way. */
export function useKeptWords(): (answer: { kept: number; because: KeptCopies }) => { detail?: string } {
  const t = useSeriesWords('done')
  const list = useListFormat()
  return ({ kept, because }) => {
    const why = KEPT_COPY_REASONS.flatMap((one) => {
      const count = because[one]
      return count ? [t(`because.${one}`, { count })] : []
    })
    return kept ? { detail: t('kept', { kept, why: list(why) }) } : {}
  }
}
