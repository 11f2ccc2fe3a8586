import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from './cx.ts'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './return-focus.ts'

export interface DialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  /** one sentence under the title */
  description?: ReactNode
  /** buttons: the act last */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  children?: ReactNode
}

const widths = { small: 'sm:w-100', medium: 'sm:w-130', large: 'sm:w-180' }

/** A question that must be answered first. Focus goes in, Esc and the scrim close it, focus returns. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'medium',
  children,
}: DialogProps) {
  const t = useTranslations('ui')
  const focus = useReturnFocus(open)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        {/* As high as what it lies under, so that a question about a dialog dims that one, too. */}
        <Radix.Overlay className="fixed inset-0 z-50 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <div className="pointer-events-none fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[12vh]">
          <Radix.Content
            {...focus}
            {...(description ? {} : { 'aria-describedby': undefined })}
            className={cx(
              'pointer-events-auto flex max-h-[92dvh] w-full flex-col rounded-t-dialog bg-raised shadow-sheet outline-none sm:max-h-[76vh] sm:rounded-dialog',
              'data-[state=closed]:animate-fade-out data-[state=open]:animate-rise-in',
              widths[size],
            )}
          >
            <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-2">
              <div className="min-w-0">
                <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
                {description ? (
                  <Radix.Description className="mt-0.5 text-dense text-muted">
                    {description}
                  </Radix.Description>
                ) : null}
              </div>
              <Radix.Close asChild>
                <IconButton
                  size="dense"
                  label={t('close')}
                  icon={<X />}
                  className="-mt-0.5 -mr-2 touch:-mt-2.5"
                />
              </Radix.Close>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4">{children}</div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
                {footer}
              </footer>
            ) : null}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}
