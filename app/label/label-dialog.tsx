import { useState } from 'react'
import { freeHue, type LabelFace } from '#server/label/label.rules.ts'
import { HuePicker } from '../campaign/hue-picker.tsx'
import { useDirectory } from '../live/directory.tsx'
import { ActForm, FormField } from '../settings/act-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLabelWords } from './label-words.ts'

/** A new label, or the name and colour of one. */
export function LabelDialog({ label, close }: { label?: LabelFace; close(): void }) {
  const t = useLabelWords()
  const { labels } = useDirectory()
  const [hue, setHue] = useState(() => label?.hue ?? freeHue(labels.map((one) => one.hue)))
  const fields = (
    <>
      <FormField
        name="name"
        label={t('name')}
        defaultValue={label?.name}
        maxLength={40}
        autoFocus
        autoComplete="off"
      />
      <HuePicker value={hue} onChange={setHue} />
    </>
  )
  const name = (form: FormData) => String(form.get('name'))
  return (
    <Dialog open onOpenChange={close} size="small" title={label ? t('edit', { name: label.name }) : t('add')}>
      {label ? (
        <ActForm
          name="label.change"
          act={t('editAct')}
          input={(form) => ({ id: label.id, name: name(form), hue })}
          onDone={close}
        >
          {fields}
        </ActForm>
      ) : (
        <ActForm
          name="label.create"
          act={t('addAct')}
          input={(form) => ({ name: name(form), hue })}
          onDone={close}
        >
          {fields}
        </ActForm>
      )}
    </Dialog>
  )
}
