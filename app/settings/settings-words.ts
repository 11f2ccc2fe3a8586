import { settings as en } from '#server/i18n/en/settings.ts'
import { settings as ko } from '#server/i18n/ko/settings.ts'
import { lateWords } from '../late-words.ts'

/** The words of the settings. */
export const useSettingsWords = lateWords({ en, ko })
