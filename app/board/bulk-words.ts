import { bulk as en } from '#server/i18n/en/bulk.ts'
import { bulk as ko } from '#server/i18n/ko/bulk.ts'
import { lateWords } from '../late-words.ts'

/** The words of changing many cards at once. */
export const useBulkWords = lateWords({ en, ko })
