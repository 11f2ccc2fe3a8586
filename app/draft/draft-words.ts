import { draft as en } from '#server/i18n/en/draft.ts'
import { draft as ko } from '#server/i18n/ko/draft.ts'
import { lateWords } from '../late-words.ts'

/** The words of a draft. */
export const useDraftWords = lateWords({ en, ko })
