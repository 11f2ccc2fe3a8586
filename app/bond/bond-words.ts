import { bond as en } from '#server/i18n/en/bond.ts'
import { bond as ko } from '#server/i18n/ko/bond.ts'
import { lateWords } from '../late-words.ts'

/** The words of what HQ and its regions share. */
export const useBondWords = lateWords({ en, ko })
