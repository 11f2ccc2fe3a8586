import { dashboard as en } from '#server/i18n/en/dashboard.ts'
import { dashboard as ko } from '#server/i18n/ko/dashboard.ts'
import { lateWords } from '../late-words.ts'

/** The words of dashboards. */
export const useDashboardWords = lateWords({ en, ko })
