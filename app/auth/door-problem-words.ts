import { doorProblem as en } from '#server/i18n/en/door-problem.ts'
import { doorProblem as ko } from '#server/i18n/ko/door-problem.ts'
import { lateWords } from '../late-words.ts'

/** Why a door stays shut. */
export const useDoorProblemWords = lateWords({ en, ko })
