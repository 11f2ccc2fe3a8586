import { metric as en } from '#server/i18n/en/metric.ts'
import { metric as ko } from '#server/i18n/ko/metric.ts'
import { lateWords } from '../late-words.ts'

/** The words of the measures. */
export const useMetricWords = lateWords({ en, ko })
