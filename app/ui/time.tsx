import { type DateTimeFormatOptions, useFormatter, useLocale, useTimeZone, useTranslations } from 'use-intl'
import { useClock } from './clock.ts'
import { tip } from './tip.ts'

const formats = {
  /** 9 Nov, 14:02 */
  moment: { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** Mon, Nov 9 */
  day: { weekday: 'short', month: 'short', day: 'numeric' },
  /** November 9, 2026 */
  date: { dateStyle: 'long' },
  /** 14:02 */
  time: { hour: 'numeric', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
} satisfies Record<string, DateTimeFormatOptions>

/** The short name of a zone at an instant, such as GMT+9, in the reader's language. */
export function zoneName(zone: string, at: number, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

interface TimeProps {
  /** epoch milliseconds */
  at: number
  format?: keyof typeof formats
  /** the zone it is meant in, if not the reader's: then the zone is written too, and the tooltip says the reader's time */
  zone?: string
  className?: string
}

/** An instant as the reader writes it. */
export function Time({ at, format = 'moment', zone, className }: TimeProps) {
  const formatter = useFormatter()
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  const t = useTranslations('time')
  const foreign = zone !== undefined && zoneName(zone, at, 'en') !== zoneName(own, at, 'en')
  const words = formatter.dateTime(at, { ...formats[format], timeZone: zone ?? own })
  const mine = formatter.dateTime(at, { ...formats.full, timeZone: own })
  return (
    // Node and the browser may know a different edition of a locale; the browser's wins without a warning.
    <time
      dateTime={new Date(at).toISOString()}
      className={className}
      suppressHydrationWarning
      {...tip(foreign ? t('yours', { time: mine }) : mine)}
    >
      {foreign ? t('inZone', { time: words, zone: zoneName(zone, at, locale) }) : words}
    </time>
  )
}

/** How long ago or ahead an instant is, kept current; the exact time is the tooltip. */
export function Ago({ at, className }: { at: number; className?: string }) {
  const formatter = useFormatter()
  const t = useTranslations('time')
  const now = useClock()
  const near = Math.abs(now - at) < 45_000
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className={className}
      suppressHydrationWarning
      {...tip(formatter.dateTime(at, formats.full))}
    >
      {near ? t('now') : formatter.relativeTime(at, now)}
    </time>
  )
}
