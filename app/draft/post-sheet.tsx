import { useLocation, useNavigate } from '@remix-run/react'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useTranslations } from 'use-intl'
import type { Draft } from '#server/post/draft.reads.ts'
import { usePath } from '../live/directory.tsx'
import { ConnectionBanner } from '../shell/connection-banner.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useReturnFocus } from '../ui/return-focus.ts'
import { CopyLink } from './copy-link.tsx'
import { DraftProvider } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { PostTitle } from './post-title.tsx'
import { PostView } from './post-view.tsx'
import { Readers } from './readers.tsx'

/** A post over the page it was opened from. Closing goes back there, filters and all, and the focus with it. */
export function PostSheet({ draft, page }: { draft: Draft; page: string }) {
  const t = useDraftWords()
  const u = useTranslations('ui')
  const navigate = useNavigate()
  const path = usePath()
  const { search } = useLocation()
  const focus = useReturnFocus()
  return (
    <DraftProvider initial={draft}>
      <Radix.Root
        open
        onOpenChange={(open) => !open && navigate(`${path(page)}${search}`, { preventScrollReset: true })}
      >
        <Radix.Portal>
          <Radix.Overlay className="fixed inset-0 z-30 animate-fade-in bg-scrim" />
          <Radix.Content
            {...focus}
            aria-describedby={undefined}
            data-post-sheet=""
            className="fixed inset-0 z-40 flex flex-col bg-panel shadow-sheet outline-none max-md:animate-sheet-up md:left-auto md:w-[min(100vw-var(--rail),82rem)] md:animate-slide-in"
          >
            <Radix.Title className="sr-only">{t('sheet')}</Radix.Title>
            <header className="flex min-h-topbar shrink-0 items-center gap-2 border-b border-line py-1 pr-2 pl-4">
              <div className="min-w-0 flex-1">
                <PostTitle />
              </div>
              <Readers />
              <CopyLink />
              <Radix.Close asChild>
                <IconButton label={u('close')} icon={<X />} side="bottom" keys="escape" />
              </Radix.Close>
            </header>
            {/* The page's own is behind the sheet. */}
            <ConnectionBanner />
            <PostView />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </DraftProvider>
  )
}
