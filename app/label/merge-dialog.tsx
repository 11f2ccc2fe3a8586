import { ActForm } from '../settings/act-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { toast } from '../ui/toast.ts'
import type { LabelFacts } from './label-row.tsx'
import { useLabelWords } from './label-words.ts'

interface MergeDialogProps {
  label: LabelFacts
  others: readonly LabelFacts[]
  close(): void
}

/** Makes one of two labels that mean the same. */
export function MergeDialog({ label, others, close }: MergeDialogProps) {
  const t = useLabelWords()
  const choices = others.filter((one) => one.id !== label.id)
  const nameOf = (id: string) => choices.find((one) => one.id === id)?.name ?? ''
  return (
    <Dialog
      open
      onOpenChange={close}
      size="small"
      title={t('mergeTitle', { name: label.name })}
      description={t('mergeBody', { count: label.posts })}
    >
      <ActForm
        name="label.merge"
        act={t('mergeAct')}
        done={null}
        input={(form) => ({ id: label.id, intoId: String(form.get('intoId')) })}
        onDone={({ intoId }) => {
          toast({ kind: 'done', title: t('merged', { name: label.name, into: nameOf(intoId) }) })
          close()
        }}
      >
        <Field id="merge-into" label={t('mergeInto')}>
          <Select id="merge-into" name="intoId" defaultValue={choices[0]?.id}>
            {choices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      </ActForm>
    </Dialog>
  )
}
