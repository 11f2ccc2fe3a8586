import { approvalProblem as en } from '#server/i18n/en/approval.ts'
import { approvalProblem as ko } from '#server/i18n/ko/approval.ts'
import { lateWords } from '../late-words.ts'

/** Problems of review and approval. */
export const useApprovalProblemWords = lateWords({ en, ko })
