import { approval as en } from '#server/i18n/en/approval.ts'
import { approval as ko } from '#server/i18n/ko/approval.ts'
import { lateWords } from '../late-words.ts'

/** The words of reviews. */
export const useApprovalWords = lateWords({ en, ko })
