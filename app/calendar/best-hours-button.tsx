import { Sparkles } from 'lucide-react'
import { useBestTimeWords } from '../channel/best-time-words.ts'
import { buttonClass } from '../ui/button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { tip } from '../ui/tip.ts'
import { useBestHours } from './best-hours-store.ts'

/** What the marked hours mean, channel by channel, and whether they are drawn. Nothing while there are none. */
export function BestHoursButton() {
  const t = useBestTimeWords('band')
  const any = useBestHours(({ channels }) => channels.length > 0)
  if (!any) return null
  return (
    <LazyTrigger
      button={
        <button
          type="button"
          aria-label={t('legend')}
          className={buttonClass({ kind: 'quiet', size: 'dense' })}
          {...tip(t('legend'))}
        >
          <Sparkles aria-hidden="true" />
          <span className="max-xl:hidden">{t('legend')}</span>
        </button>
      }
      load={async () => (await import('./best-hours-legend.tsx')).BestHoursLegend}
    />
  )
}
