import { Link, useLocation } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePath } from '../live/directory.tsx'
import { Page } from '../shell/page.tsx'
import { SettingsNav } from './settings-nav.tsx'
import { useSettingsWords } from './settings-words.ts'

/** The settings: a menu beside the page; on a phone the menu is a page of its own and each page leads back to it. */
export function SettingsLayout({ children }: { children: ReactNode }) {
  const t = useSettingsWords()
  const path = usePath()
  const { pathname } = useLocation()
  const [section, detail] = pathname.slice(path('settings').length).split('/').filter(Boolean)
  const home = !section
  return (
    <Page title={t('title')}>
      <div className="mx-auto flex w-full max-w-5xl items-start gap-8 px-4 py-5 md:px-6">
        <div className="sticky top-[calc(var(--topbar)+1.25rem)] w-44 shrink-0 max-md:hidden">
          <SettingsNav home={home} />
        </div>
        <div className="min-w-0 flex-1 pb-16">
          {/* A page below another leads back to that one by itself. */}
          {home || detail ? null : (
            <Link
              to={path('settings')}
              className="-ml-1 mb-3 inline-flex h-9 items-center gap-1 text-dense text-muted md:hidden [&_svg]:size-4"
            >
              <ChevronLeft aria-hidden="true" />
              {t('back')}
            </Link>
          )}
          <div>{children}</div>
        </div>
      </div>
    </Page>
  )
}
