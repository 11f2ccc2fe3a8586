import { delivery as en } from '#server/i18n/en/delivery.ts'
import { delivery as ko } from '#server/i18n/ko/delivery.ts'
import { lateWords } from '../late-words.ts'

/** The words of sending. */
export const useDeliveryWords = lateWords({ en, ko })
