import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Person } from '../ui/avatar.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import { Rail } from './rail.tsx'
import { ShellContext } from './shell-context.ts'
import { StayOnline } from './stay-online.tsx'
import { useCommands } from './use-commands.ts'

const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette)
const Shortcuts = lazyPart(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog)

interface AppShellProps {
  me: Person
  workspaceName: string
  counts?: Partial<Record<string, number>>
  notifications?: ReactNode
  /** full-width messages above every page: a pause, an incident, a demo */
  banners?: ReactNode
  children: ReactNode
}

/** What stands around every page of a member: rail or phone tabs, palette, shortcuts, banners. */
export function AppShell({ me, workspaceName, counts, notifications, banners, children }: AppShellProps) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const fetchThen = useFetchThen()
  const openPalette = useCallback(() => fetchThen(Palette.fetch, () => setOpen('palette')), [fetchThen])
  const openShortcuts = useCallback(() => fetchThen(Shortcuts.fetch, () => setOpen('shortcuts')), [fetchThen])
  const { available, give } = useCommands({ openPalette, openShortcuts })
  const close = (next: boolean) => !next && setOpen(null)
  const shell = useMemo(
    () => ({ me, workspaceName, openPalette, notifications }),
    [me, workspaceName, openPalette, notifications],
  )
  return (
    <ShellContext.Provider value={shell}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-n12 px-3 py-2 text-dense text-n1 focus-visible:translate-y-0"
      >
        {t('skip')}
      </a>
      <div className="flex h-dvh max-md:flex-col">
        <Rail openShortcuts={openShortcuts} counts={counts} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <ConnectionBanner />
          <StayOnline />
          {banners}
          <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
            {children}
          </main>
        </div>
        <PhoneTabs counts={counts} />
      </div>
      {open === 'palette' ? (
        <Palette open onOpenChange={close} commands={available} onGive={give} />
      ) : open === 'shortcuts' ? (
        <Shortcuts open onOpenChange={close} commands={available} />
      ) : null}
    </ShellContext.Provider>
  )
}
