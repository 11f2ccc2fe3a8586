import { auth as en } from '#server/i18n/en/auth.ts'
import { auth as ko } from '#server/i18n/ko/auth.ts'
import { lateWords } from '../late-words.ts'

/** The words of the doors: signing in, joining, setting up. */
export const useAuthWords = lateWords({ en, ko })
