import { label as en } from '#server/i18n/en/label.ts'
import { label as ko } from '#server/i18n/ko/label.ts'
import { lateWords } from '../late-words.ts'

/** The words of labels. */
export const useLabelWords = lateWords({ en, ko })
