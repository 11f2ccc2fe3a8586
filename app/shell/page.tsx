import { Search } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/icon-button.tsx'
import { useShell } from './shell-context.ts'

interface PageProps {
  title: string
  /** views of the page: `TabLinks` */
  tabs?: ReactNode
  /** on a phone the views are reached from the bottom bar and its "More": no row of their own */
  tabsBelow?: boolean
  /** what narrows it: chips and menus; in a row of its own */
  filters?: ReactNode
  /** who is here */
  presence?: ReactNode
  /** the one primary act of the screen, and little else */
  act?: ReactNode
  /** the content scrolls by itself, as a board does, instead of the page */
  fixed?: boolean
  children: ReactNode
}

/** A page inside the shell: its top bar and its content. */
export function Page({ title, tabs, tabsBelow, filters, presence, act, fixed, children }: PageProps) {
  const t = useTranslations('shell')
  const { workspaceName, openPalette, notifications } = useShell()
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <div className={fixed ? 'flex h-full min-h-0 flex-col' : 'flex min-h-full flex-col'}>
      <header className="sticky top-0 z-10 border-b border-line bg-canvas/95 pt-[env(safe-area-inset-top)] backdrop-blur-sm">
        <div className="flex h-topbar items-center gap-2 px-3 md:px-4">
          <h1 className="flex min-w-0 items-baseline gap-1.5 text-body font-semibold md:shrink-0">
            <span className="max-w-40 truncate font-normal text-subtle max-lg:sr-only">{workspaceName}</span>
            <span className="text-n8 max-lg:hidden" aria-hidden="true">
              /
            </span>
            <span className="truncate">{title}</span>
          </h1>
          {tabs ? <div className="ml-2 flex min-w-0 items-center max-md:hidden">{tabs}</div> : null}
          <div className="ml-auto flex shrink-0 items-center gap-1">
            {presence ? <div className="mr-1 flex items-center">{presence}</div> : null}
            <IconButton
              label={t('search')}
              icon={<Search />}
              side="bottom"
              keys="mod+k"
              onClick={openPalette}
            />
            {notifications}
            {act ? <div className="ml-1 flex gap-2">{act}</div> : null}
          </div>
        </div>
        {tabs && !tabsBelow ? (
          <div className="flex overflow-x-auto px-2 pb-1.5 [scrollbar-width:none] md:hidden">{tabs}</div>
        ) : null}
        {filters ? (
          <div className="flex items-center gap-1.5 overflow-x-auto px-3 pb-2 [scrollbar-width:none] md:px-4">
            {filters}
          </div>
        ) : null}
      </header>
      <div className={fixed ? 'min-h-0 flex-1' : 'flex-1'}>{children}</div>
    </div>
  )
}
