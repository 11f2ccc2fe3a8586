import { command as en } from '#server/i18n/en/command.ts'
import { command as ko } from '#server/i18n/ko/command.ts'
import { lateWords } from '../late-words.ts'

/** The titles of commands, for the palette and the list of shortcuts. */
export const useCommandWords = lateWords({ en, ko })
