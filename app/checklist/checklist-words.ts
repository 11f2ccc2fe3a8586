import { checklist as en } from '#server/i18n/en/checklist.ts'
import { checklist as ko } from '#server/i18n/ko/checklist.ts'
import { lateWords } from '../late-words.ts'

/** The words of checklists. */
export const useChecklistWords = lateWords({ en, ko })
