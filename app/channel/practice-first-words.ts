import { first as en } from '#server/i18n/en/practice.ts'
import { first as ko } from '#server/i18n/ko/practice.ts'
import { lateWords } from '../late-words.ts'

/** The words of the first channel. */
export const usePracticeFirstWords = lateWords({ en, ko })
