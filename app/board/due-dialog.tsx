import { useState } from 'react'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { localMinuteIn } from '../ui/local-minute.ts'
import { TextField } from '../ui/text-field.tsx'
import { useBulkWords } from './bulk-words.ts'

interface BulkDueProps {
  count: number
  close(): void
  onChoose(due: { local: string; zone: string } | null): void
}

const FORM = 'bulk-due'

/** By when the work on the chosen posts shall be done, on the reader's own clock. */
export function BulkDue({ count, close, onChoose }: BulkDueProps) {
  const t = useBulkWords()
  const { me } = useDirectory()
  const [local, setLocal] = useState(
    () => `${localMinuteIn(me.zone, Date.now() + 7 * 86_400_000).slice(0, 10)}T17:00`,
  )
  const valid = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)
  const choose = (due: Parameters<typeof onChoose>[0]) => {
    close()
    onChoose(due)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="small"
      title={t('dueTitle', { count })}
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
        <Field id="bulk-due-at" label={t('due')}>
          <TextField
            id="bulk-due-at"
            type="datetime-local"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
