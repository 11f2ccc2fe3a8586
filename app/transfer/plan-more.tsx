import { Link, useLocation } from '@remix-run/react'
import { Download, Upload } from 'lucide-react'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { viewQuery } from '#server/view/view.rules.ts'
import { useMay, usePath } from '../live/directory.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuLink, MenuSeparator } from '../ui/menu.tsx'
import { useTransferWords } from './transfer-words.ts'

/** What can be done with the whole plan: taken out as it is filtered, and filled from a file. */
export function PlanMore({ trigger, defaultOpen }: TriggerProps) {
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen} align="end">
      <Items />
    </Menu>
  )
}

function Items() {
  const t = useTransferWords('menu')
  const path = usePath()
  const may = useMay()
  const { search } = useLocation()
  const query = viewQuery(search)
  const hint = isFiltering(filterFrom(new URLSearchParams(query))) ? t('exportHint') : t('allHint')
  const file = (format: 'csv' | 'json') => `${path(`posts.${format}`)}${query && `?${query}`}`
  return (
    <>
      <MenuLink>
        <a href={file('csv')} download>
          <Download aria-hidden="true" />
          <span className="min-w-0 flex-1">
            {t('exportCsv')}
            <span className="block text-meta text-subtle">{hint}</span>
          </span>
        </a>
      </MenuLink>
      <MenuLink>
        <a href={file('json')} download>
          <Download aria-hidden="true" />
          {t('exportJson')}
        </a>
      </MenuLink>
      {may('import:run') ? (
        <>
          <MenuSeparator />
          <MenuLink>
            <Link to={path('settings/imports')}>
              <Upload aria-hidden="true" />
              {t('import')}
            </Link>
          </MenuLink>
        </>
      ) : null}
    </>
  )
}
