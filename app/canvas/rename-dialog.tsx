import { useState } from 'react'
import { act, isActProblem } from '../live/act.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCanvasWords } from './canvas-words.ts'

interface RenameDialogProps {
  id: string
  name: string
  close(): void
}

const FORM = 'canvas-rename'

/** Calls a canvas something else. */
export function RenameDialog({ id, name, close }: RenameDialogProps) {
  const t = useCanvasWords()
  const [problem, setProblem] = useState<string | null>(null)
  async function save(next: string) {
    try {
      await act('canvas.rename', { id, name: next })
      close()
    } catch (error) {
      if (!isActProblem(error)) throw error
      setProblem(error.message)
    }
  }
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && close()}
      title={t('rename')}
      footer={
        <Button kind="primary" type="submit" form={FORM}>
          {t('renameAct')}
        </Button>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          void save(String(new FormData(event.currentTarget).get('name') ?? '').trim())
        }}
      >
        <Field id="rename-name" label={t('name')} errors={problem ? [problem] : undefined}>
          <TextField id="rename-name" name="name" required maxLength={120} defaultValue={name} />
        </Field>
      </form>
    </Dialog>
  )
}
