import { inbox as en } from '#server/i18n/en/inbox.ts'
import { inbox as ko } from '#server/i18n/ko/inbox.ts'
import { lateWords } from '../late-words.ts'

/** The words of the inbox. */
export const useInboxWords = lateWords({ en, ko })
