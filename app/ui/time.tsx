import { useFormatter, useLocale, useTimeZone, useTranslations } from 'use-intl'
import { type DateShape, isForeign, writeDate, writeInZone } from '#server/i18n/date-format.rules.ts'
import { useClock } from './clock.ts'
import { tip } from './tip.ts'

interface TimeProps {
  /** epoch milliseconds */
  at: number
  format?: Exclude<DateShape, 'zone'>
  /** the zone it is meant in, if not the reader's: then the zone is written too, and the tooltip says the reader's time */
  zone?: string
  className?: string
}

/** An instant as the reader writes it. */
export function Time({ at, format = 'moment', zone, className }: TimeProps) {
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  const t = useTranslations('time')
  const foreign = zone !== undefined && isForeign(zone, own, at)
  const mine = writeDate(at, 'full', own, locale)
  return (
    // Node and the browser may know a different edition of a locale; the browser's wins without a warning.
    <time
      dateTime={new Date(at).toISOString()}
      className={className}
      suppressHydrationWarning
      {...tip(foreign ? t('yours', { time: mine }) : mine)}
    >
      {foreign ? writeInZone(at, format, zone, locale) : writeDate(at, format, zone ?? own, locale)}
    </time>
  )
}

/** How long ago or ahead an instant is, kept current; the exact time is the tooltip. */
export function Ago({ at, className }: { at: number; className?: string }) {
  const formatter = useFormatter()
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  const t = useTranslations('time')
  const now = useClock()
  const near = Math.abs(now - at) < 45_000
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className={className}
      suppressHydrationWarning
      {...tip(writeDate(at, 'full', own, locale))}
    >
      {near ? t('now') : formatter.relativeTime(at, now)}
    </time>
  )
}
