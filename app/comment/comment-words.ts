import { comment as en } from '#server/i18n/en/comment.ts'
import { comment as ko } from '#server/i18n/ko/comment.ts'
import { lateWords } from '../late-words.ts'

/** The words of comments. */
export const useCommentWords = lateWords({ en, ko })
