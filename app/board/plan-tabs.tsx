import { useLocation, useSearchParams } from '@remix-run/react'
import { useTranslations } from 'use-intl'
import { DirectoryCarrier, useDirectory, usePath } from '../live/directory.tsx'
import { Kept } from '../ui/kept.tsx'
import { TabLinks } from '../ui/tabs.tsx'

/** The drawings of the one plan; filters go along. */
export function PlanTabs() {
  const directory = useDirectory()
  const { pathname, search } = useLocation()
  return (
    <Kept as="div" className="contents" by={() => ['plan tabs', directory.workspace.slug, pathname, search]}>
      <DirectoryCarrier value={directory}>
        <Links />
      </DirectoryCarrier>
    </Kept>
  )
}

function Links() {
  const t = useTranslations('board.tabs')
  const path = usePath()
  const [params] = useSearchParams()
  const kept = new URLSearchParams(params)
  for (const name of ['month', 'date', 'tray']) kept.delete(name)
  const query = kept.size ? `?${kept}` : ''
  return (
    <TabLinks
      label={t('label')}
      links={[
        { to: `${path('board')}${query}`, label: t('board') },
        { to: `${path('calendar')}${query}`, label: t('calendar') },
        { to: path('canvas'), label: t('canvas') },
        { to: path('campaigns'), label: t('campaigns') },
        { to: path('sending'), label: t('sending') },
      ]}
    />
  )
}
