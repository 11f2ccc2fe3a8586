import { useCallback } from 'react'
import { useLocale, useTimeZone } from 'use-intl'
import { type DateShape, writeDate } from '#server/i18n/date-format.rules.ts'

/** Writes instants (epoch milliseconds) in the reader's language, and in their zone where no other is named. */
export function useWriteDate(): (at: number, shape: DateShape, zone?: string) => string {
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  return useCallback((at, shape, zone = own) => writeDate(at, shape, zone, locale), [locale, own])
}
