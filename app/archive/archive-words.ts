import { archive as en } from '#server/i18n/en/view.ts'
import { archive as ko } from '#server/i18n/ko/view.ts'
import { lateWords } from '../late-words.ts'

/** The words of the archive. */
export const useArchiveWords = lateWords({ en, ko })
