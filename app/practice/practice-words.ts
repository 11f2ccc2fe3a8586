import { practice as en } from '#server/i18n/en/practice.ts'
import { practice as ko } from '#server/i18n/ko/practice.ts'
import { lateWords } from '../late-words.ts'

/** The words of practice channels. */
export const usePracticeWords = lateWords({ en, ko })
