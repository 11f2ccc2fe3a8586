import { Link, NavLink, useLocation } from '@remix-run/react'
import { CircleHelp, Settings } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cx } from '../ui/cx.ts'
import { IconButton, iconButtonClass } from '../ui/icon-button.tsx'
import { Kept } from '../ui/kept.tsx'
import { usePrefetch } from '../ui/prefetch.ts'
import { tip } from '../ui/tip.ts'
import { BrandMark } from './brand-mark.tsx'
import { destinations } from './destinations.ts'
import { MeButton } from './me-button.tsx'
import { ShellContext, useShell } from './shell-context.ts'
import { useWorkspaceHref } from './workspace-href.ts'

interface RailProps {
  openShortcuts(): void
  /** unread or open things per destination id */
  counts?: Partial<Record<string, number>>
}

const place = ({ isActive }: { isActive: boolean }) =>
  cx(iconButtonClass, 'size-9 [&_svg]:size-[18px]', isActive && 'bg-n4 text-fg')

/** The places, on the left edge of everything wider than a phone. */
export function Rail({ openShortcuts, counts }: RailProps) {
  const t = useTranslations('shell')
  const at = useWorkspaceHref()
  const shell = useShell()
  const { pathname } = useLocation()
  return (
    <Kept
      as="nav"
      by={() => ['rail', at(''), pathname, shell.me, counts]}
      aria-label={t('navigation')}
      className="sticky top-0 z-20 flex h-dvh w-rail shrink-0 flex-col items-center gap-1 border-r border-line py-2 max-md:hidden"
    >
      <ShellContext.Provider value={shell}>
        <Places at={at} openShortcuts={openShortcuts} counts={counts} />
      </ShellContext.Provider>
    </Kept>
  )
}

function Places({ at, openShortcuts, counts = {} }: RailProps & { at(page: string): string }) {
  const t = useTranslations()
  const prefetch = usePrefetch()
  return (
    <>
      <Link to="/" aria-label={t('shell.product')} className="mb-2 rounded-control p-1">
        <BrandMark className="size-7" />
      </Link>
      {destinations.map(({ id, to, title, icon: Icon, keys }) => (
        <NavLink
          key={id}
          to={at(to)}
          prefetch={prefetch}
          className={place}
          aria-label={t(title)}
          {...tip(t(title), { side: 'right', keys })}
        >
          <Icon aria-hidden="true" />
          {counts[id] ? (
            <span
              className="absolute top-1 right-1 size-2 rounded-full bg-accent ring-2 ring-canvas"
              aria-hidden="true"
            />
          ) : null}
        </NavLink>
      ))}
      <div className="mt-auto flex flex-col items-center gap-1">
        <IconButton
          label={t('shell.nav.help')}
          icon={<CircleHelp />}
          side="right"
          keys="?"
          className="size-9 [&_svg]:size-[18px]"
          onClick={openShortcuts}
        />
        <NavLink
          to={at('/settings')}
          prefetch={prefetch}
          className={place}
          aria-label={t('shell.nav.settings')}
          {...tip(t('shell.nav.settings'), { side: 'right', keys: 'g s' })}
        >
          <Settings aria-hidden="true" />
        </NavLink>
        <MeButton />
      </div>
    </>
  )
}
