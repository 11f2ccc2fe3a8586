import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'

/** Opens what can be done with the whole plan; the menu is fetched when somebody goes for it. */
export function PlanMoreButton() {
  const t = useTranslations('board')
  return (
    <LazyTrigger
      button={<IconButton size="dense" label={t('more')} icon={<Ellipsis />} />}
      load={async () => (await import('./plan-more.tsx')).PlanMore}
    />
  )
}
