import { canvas as en } from '#server/i18n/en/canvas.ts'
import { canvas as ko } from '#server/i18n/ko/canvas.ts'
import { lateWords } from '../late-words.ts'

/** The words of the canvas. */
export const useCanvasWords = lateWords({ en, ko })
