import { attachment as en } from '#server/i18n/en/attachment.ts'
import { attachment as ko } from '#server/i18n/ko/attachment.ts'
import { lateWords } from '../late-words.ts'

/** The words of attachments. */
export const useAttachmentWords = lateWords({ en, ko })
