import { series as en } from '#server/i18n/en/series.ts'
import { series as ko } from '#server/i18n/ko/series.ts'
import { lateWords } from '../late-words.ts'

/** The words of posts that repeat. */
export const useSeriesWords = lateWords({ en, ko })
