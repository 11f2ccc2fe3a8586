import { useCallback } from 'react'
import { useLocale, useTimeZone } from 'use-intl'
import { type DateShape, writeDate, writeInZone } from '#server/i18n/date-format.rules.ts'

/** Writes instants (epoch milliseconds) in the reader's language, and in their zone where no other is named. */
export function useWriteDate(): (at: number, shape: DateShape, zone?: string) => string {
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  return useCallback((at, shape, zone = own) => writeDate(at, shape, zone, locale), [locale, own])
}

/** The same with the zone's name, for who may be anywhere. */
export function useWriteInZone(): (at: number, shape: DateShape, zone?: string) => string {
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  return useCallback((at, shape, zone = own) => writeInZone(at, shape, zone, locale), [locale, own])
}
