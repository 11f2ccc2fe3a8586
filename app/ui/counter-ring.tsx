import { useTranslations } from 'use-intl'
import { cx } from './cx.ts'

interface CounterRingProps {
  /** how much is used, in whatever the limit counts */
  used: number
  limit: number
  /** from how many left the number is shown */
  near?: number
}

/** A ring that fills as a text approaches its limit: quiet, then amber with the number, then red with how many too many. */
export function CounterRing({ used, limit, near = 20 }: CounterRingProps) {
  const t = useTranslations('ui.counter')
  const left = limit - used
  const part = Math.min(1, Math.max(0, used / limit))
  const state = left < 0 ? 'over' : left <= near ? 'near' : 'calm'
  const around = 2 * Math.PI * 8
  return (
    <span
      className="inline-flex items-center gap-1.5"
      data-tone={{ over: 'red', near: 'amber', calm: 'accent' }[state]}
    >
      <svg viewBox="0 0 20 20" className="size-5 -rotate-90" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" strokeWidth="2" className="stroke-n5" />
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          strokeWidth="2"
          strokeDasharray={`${around * part} ${around}`}
          className="stroke-tone transition-[stroke-dasharray] duration-120"
        />
      </svg>
      <span
        className={cx(
          'text-meta tabular-nums',
          state === 'calm' ? 'text-subtle' : 'font-medium text-tone-text',
        )}
      >
        <span aria-hidden="true">{left}</span>
        <span className="sr-only">{left < 0 ? t('over', { count: -left }) : t('left', { count: left })}</span>
      </span>
    </span>
  )
}
