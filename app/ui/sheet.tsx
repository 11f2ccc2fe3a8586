import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './return-focus.ts'

export interface SheetProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  /** the title is spoken but the content shows its own */
  titleHidden?: boolean
  /** buttons in the head, before the cross */
  actions?: ReactNode
  footer?: ReactNode
  /** 480, 720 or 1080 px; on a phone it always takes the whole width from below */
  size?: 'medium' | 'large' | 'wide'
  /** false lets the page beside it be used, as for the detail of a card */
  modal?: boolean
  children: ReactNode
}

const widths = { medium: 'md:w-120', large: 'md:w-180', wide: 'md:w-270' }

/** A panel from the right, from below on a phone. Esc closes it and focus returns to where it came from. */
export function Sheet(props: SheetProps) {
  const {
    open,
    onOpenChange,
    title,
    titleHidden,
    actions,
    footer,
    size = 'medium',
    modal = true,
    children,
  } = props
  const t = useTranslations('ui')
  const focus = useReturnFocus()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal ? (
          <Radix.Overlay className="fixed inset-0 z-30 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        ) : null}
        <Radix.Content
          {...focus}
          aria-describedby={undefined}
          data-beside={modal ? undefined : ''}
          onInteractOutside={modal ? undefined : (event) => event.preventDefault()}
          className={cx(
            'fixed z-40 flex flex-col bg-panel shadow-sheet outline-none',
            'inset-x-0 bottom-0 max-h-[94dvh] rounded-t-dialog max-md:data-[state=closed]:animate-sheet-down max-md:data-[state=open]:animate-sheet-up',
            'md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:max-w-[calc(100vw-var(--rail))] md:rounded-none md:data-[state=closed]:animate-slide-out md:data-[state=open]:animate-slide-in',
            widths[size],
          )}
        >
          <span className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-n7 md:hidden" aria-hidden="true" />
          <header className="flex min-h-topbar items-center gap-2 border-b border-line py-1 pr-2 pl-4">
            <Radix.Title
              className={cx('min-w-0 flex-1 truncate text-section font-semibold', titleHidden && 'sr-only')}
            >
              {title}
            </Radix.Title>
            <div className="ml-auto flex items-center gap-1">
              {actions}
              <Radix.Close asChild>
                <IconButton label={t('close')} icon={<X />} side="bottom" keys="escape" />
              </Radix.Close>
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
