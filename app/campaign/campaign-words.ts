import { campaign as en } from '#server/i18n/en/campaign.ts'
import { campaign as ko } from '#server/i18n/ko/campaign.ts'
import { lateWords } from '../late-words.ts'

/** The words of campaigns. */
export const useCampaignWords = lateWords({ en, ko })
