import { stage as en } from '#server/i18n/en/stage.ts'
import { stage as ko } from '#server/i18n/ko/stage.ts'
import { lateWords } from '../late-words.ts'

/** The words of working stages. */
export const useStageWords = lateWords({ en, ko })
