import { useState } from 'react'
import { type DueChoice, dueAtOf } from '#server/post/due-choice.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { localMinuteIn } from '../ui/local-minute.ts'
import { TextField } from '../ui/text-field.tsx'
import { useBulkWords } from './bulk-words.ts'

interface DueDialogProps {
  count: number
  /** whose it is, when it is one post's */
  title?: string
  /** what it is now, epoch ms */
  dueAt?: number | null
  close(): void
  /** `at` is the instant of it, epoch ms */
  onChoose(due: DueChoice | null, at: number | null): void
}

const FORM = 'due-form'
const WEEK = 7 * 86_400_000

/** By when the work on the chosen posts shall be done, on the reader's own clock. */
export function DueDialog({ count, title, dueAt = null, close, onChoose }: DueDialogProps) {
  const t = useBulkWords()
  const { me } = useDirectory()
  const [local, setLocal] = useState(() =>
    dueAt === null
      ? `${localMinuteIn(me.zone, Date.now() + WEEK).slice(0, 10)}T17:00`
      : localMinuteIn(me.zone, dueAt),
  )
  const valid = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)
  const choose = (due: DueChoice | null) => {
    close()
    onChoose(due, due && dueAtOf(due))
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="small"
      title={t('dueTitle', { count })}
      description={title ? <bdi>{title}</bdi> : undefined}
      footer={
        <>
          <Button kind="quiet" className="mr-auto" onClick={() => choose(null)}>
            {t('noDue')}
          </Button>
          <Button kind="primary" type="submit" form={FORM} disabled={!valid}>
            {t('dueAct')}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          if (valid) choose({ local: local.slice(0, 16), zone: me.zone })
        }}
      >
        <Field id="due-at" label={t('due')}>
          <TextField
            id="due-at"
            type="datetime-local"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
