import { useFormatter, useTranslations } from 'use-intl'
import { useClock } from '../ui/clock.ts'
import { tip } from '../ui/tip.ts'
import { useWriteDate } from '../ui/use-write-date.ts'

/** How long ago something was, in as few letters as the language has for it. */
export function ShortAgo({ at, className }: { at: number; className?: string }) {
  const formatter = useFormatter()
  const t = useTranslations('time')
  const now = useClock()
  const write = useWriteDate()
  const near = now - at < 45_000
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className={className}
      suppressHydrationWarning
      {...tip(write(at, 'full'))}
    >
      {near ? t('now') : formatter.relativeTime(at, { now, style: 'narrow' })}
    </time>
  )
}
