import { chart as en } from '#server/i18n/en/chart.ts'
import { chart as ko } from '#server/i18n/ko/chart.ts'
import { lateWords } from '../late-words.ts'

/** The words of charts. */
export const useChartWords = lateWords({ en, ko })
