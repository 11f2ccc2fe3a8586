import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { describe, Field } from '../ui/field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { useApprovalProblemWords } from './approval-problem-words.ts'
import { useApprovalWords } from './approval-words.ts'

interface DecideDialogProps {
  kind: 'changes' | 'reject' | null
  onClose(): void
  /** Resolves when the decision was taken. */
  onDecide(kind: 'changes' | 'reject', comment: string): Promise<void>
}

/** Asks for the reason that goes with changes or a rejection. */
export function DecideDialog({ kind, onClose, onDecide }: DecideDialogProps) {
  const t = useTranslations()
  const approval = useApprovalWords()
  const problem = useApprovalProblemWords()
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const errors = tried && !comment.trim() ? [problem('commentRequired')] : undefined
  const hint = approval('reason.hint')
  async function send() {
    setTried(true)
    if (!kind || !comment.trim()) return
    setBusy(true)
    try {
      await onDecide(kind, comment.trim())
      setComment('')
      setTried(false)
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={kind !== null}
      onOpenChange={(open) => !open && onClose()}
      title={kind === 'reject' ? approval('reject') : approval('requestChanges')}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind={kind === 'reject' ? 'danger' : 'primary'} busy={busy} onClick={() => void send()}>
            {kind === 'reject' ? approval('reject') : approval('requestChanges')}
          </Button>
        </>
      }
    >
      <Field id="decide-comment" label={approval(`reason.${kind ?? 'changes'}`)} hint={hint} errors={errors}>
        <TextArea
          {...describe('decide-comment', { errors, hint })}
          value={comment}
          data-autofocus=""
          onChange={(event) => setComment(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
              event.preventDefault()
              event.stopPropagation()
              void send()
            }
          }}
        />
      </Field>
    </Dialog>
  )
}
