import { networkFacts as en } from '#server/i18n/en/network.ts'
import { networkFacts as ko } from '#server/i18n/ko/network.ts'
import { lateWords } from '../late-words.ts'

/** The words of networks: what they would refuse, and how one connects to them. */
export const useNetworkWords = lateWords({ en, ko })
