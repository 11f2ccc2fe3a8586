import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  /** the question */
  title: string
  /** what will happen and what will be kept */
  children?: ReactNode
  /** the button says what it does: "Delete 3 posts" */
  act: string
  danger?: boolean
  busy?: boolean
  onConfirm(): void
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, children, act, danger, busy, onConfirm } = props
  const t = useTranslations('ui')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      size="small"
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      {children ? <div className="text-body text-muted">{children}</div> : null}
    </Dialog>
  )
}
