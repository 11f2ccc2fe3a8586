import { bestTime as en } from '#server/i18n/en/best-time.ts'
import { bestTime as ko } from '#server/i18n/ko/best-time.ts'
import { lateWords } from '../late-words.ts'

/** The words of hours that are offered. */
export const useBestTimeWords = lateWords({ en, ko })
