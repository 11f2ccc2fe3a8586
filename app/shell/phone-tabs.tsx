import { Link, NavLink, useLocation } from '@remix-run/react'
import { Ellipsis, Flag, Send, Settings } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { useFetchThen } from '../ui/lazy-part.tsx'
import { LazySheet } from '../ui/lazy-sheet.ts'
import { destinations } from './destinations.ts'
import { MeButton } from './me-button.tsx'
import { useWorkspaceHref } from './workspace-href.ts'

type Counts = Partial<Record<string, number>> | undefined

const tab =
  'relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium [&_svg]:size-5'
const row =
  'flex h-11 items-center gap-3 rounded-control px-3 text-body hover:bg-hover [&_svg]:size-5 [&_svg]:text-subtle'

/** The places on a phone, within reach of a thumb. */
export function PhoneTabs({ counts }: { counts?: Counts }) {
  const t = useTranslations('shell')
  const at = useWorkspaceHref()
  const { pathname } = useLocation()
  return (
    <Kept
      as="nav"
      by={() => ['phone tabs', at(''), pathname, counts]}
      aria-label={t('navigation')}
      className="z-20 flex h-[calc(3.5rem+env(safe-area-inset-bottom))] shrink-0 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <Places at={at} counts={counts} />
    </Kept>
  )
}

function Places({ at, counts = {} }: { at(page: string): string; counts?: Counts }) {
  const t = useTranslations()
  const [more, setMore] = useState(false)
  const fetchThen = useFetchThen()
  return (
    <>
      {destinations.slice(0, 4).map(({ id, to, title, icon: Icon }) => (
        <NavLink
          key={id}
          to={at(to)}
          className={({ isActive }) => cx(tab, isActive ? 'text-accent-text' : 'text-subtle')}
        >
          <Icon aria-hidden="true" />
          <span className="max-w-full truncate px-1">{t(title)}</span>
          {counts[id] ? (
            <span className="absolute top-1.5 left-[calc(50%+8px)] min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent tabular-nums">
              {counts[id] > 99 ? '99+' : counts[id]}
            </span>
          ) : null}
        </NavLink>
      ))}
      <button
        type="button"
        aria-expanded={more}
        onClick={() => fetchThen(LazySheet.fetch, () => setMore(true))}
        className={cx(tab, 'text-subtle')}
      >
        <Ellipsis aria-hidden="true" />
        {t('shell.more')}
      </button>
      {more ? (
        <LazySheet open onOpenChange={setMore} title={t('shell.more')}>
          <div className="flex flex-col p-2 pb-[max(1rem,env(safe-area-inset-bottom))]">
            <Link to={at('/campaigns')} className={row} onClick={() => setMore(false)}>
              <Flag aria-hidden="true" />
              {t('board.tabs.campaigns')}
            </Link>
            <Link to={at('/sending')} className={row} onClick={() => setMore(false)}>
              <Send aria-hidden="true" />
              {t('board.tabs.sending')}
            </Link>
            {destinations.slice(4).map(({ id, to, title, icon: Icon }) => (
              <Link key={id} to={at(to)} className={row} onClick={() => setMore(false)}>
                <Icon aria-hidden="true" />
                {t(title)}
              </Link>
            ))}
            <Link to={at('/settings')} className={row} onClick={() => setMore(false)}>
              <Settings aria-hidden="true" />
              {t('shell.nav.settings')}
            </Link>
            <div className="mt-1 border-t border-line px-1 pt-1">
              <MeButton named />
            </div>
          </div>
        </LazySheet>
      ) : null}
    </>
  )
}
