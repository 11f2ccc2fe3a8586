import { problem as en } from '#server/i18n/en/problem.ts'
import { problem as ko } from '#server/i18n/ko/problem.ts'
import { lateWords } from '../late-words.ts'

/** Every sentence for a code of the server, for what it refused by code alone. */
export const useProblemWords = lateWords({ en, ko })
