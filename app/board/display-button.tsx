import { useSearchParams } from '@remix-run/react'
import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cx } from '../ui/cx.ts'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { lanesFrom } from './lanes.rules.ts'

/** How the board is drawn: what it is cut across by, and what cards show. */
export function DisplayButton() {
  const t = useTranslations('board')
  const [params] = useSearchParams()
  const lanes = lanesFrom(params)
  return (
    <LazyTrigger
      button={
        <button
          type="button"
          className={cx(
            'inline-flex h-dense shrink-0 items-center gap-1 rounded-control border px-2 text-dense whitespace-nowrap transition-colors duration-120 hover:bg-hover touch:h-11 [&_svg]:size-3.5',
            lanes ? 'border-accent bg-accent-soft text-accent-text' : 'border-line text-muted',
          )}
        >
          <SlidersHorizontal aria-hidden="true" />
          {lanes ? (
            <span>
              {t('display.title')}: <span className="font-medium">{t(`filter.${lanes}`)}</span>
            </span>
          ) : (
            t('display.title')
          )}
          <ChevronDown aria-hidden="true" />
        </button>
      }
      load={async () => (await import('./display-menu.tsx')).DisplayMenu}
    />
  )
}
