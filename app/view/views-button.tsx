import { Bookmark } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'

/** Filters under names; their list is fetched when it is opened. */
export function ViewsButton() {
  const t = useTranslations('view')
  return (
    <LazyTrigger
      button={
        <Button kind="quiet" size="dense" icon={<Bookmark aria-hidden="true" />}>
          {t('title')}
        </Button>
      }
      load={async () => {
        const { ViewsMenu } = await import('./views-menu.tsx')
        return (props) => <ViewsMenu {...props} />
      }}
    />
  )
}
