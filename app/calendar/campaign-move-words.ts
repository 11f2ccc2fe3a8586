import { campaignMove as en } from '#server/i18n/en/campaign-move.ts'
import { campaignMove as ko } from '#server/i18n/ko/campaign-move.ts'
import { lateWords } from '../late-words.ts'

/** The words of moving a campaign whole. */
export const useMoveWords = lateWords({ en, ko })
