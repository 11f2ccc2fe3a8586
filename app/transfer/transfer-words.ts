import { transfer as en } from '#server/i18n/en/transfer.ts'
import { transfer as ko } from '#server/i18n/ko/transfer.ts'
import { lateWords } from '../late-words.ts'

/** The words of imports and exports. */
export const useTransferWords = lateWords({ en, ko })
