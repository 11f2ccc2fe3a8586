import { calendar as en } from '#server/i18n/en/calendar.ts'
import { calendar as ko } from '#server/i18n/ko/calendar.ts'
import { lateWords } from '../late-words.ts'

/** The words of the calendar. */
export const useCalendarWords = lateWords({ en, ko })
