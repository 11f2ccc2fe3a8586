import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { RepeatFields } from './repeat-form.ts'
import { useSeriesWords } from './series-words.ts'

const ENDINGS = ['never', 'until', 'times'] as const

interface EndFieldsProps {
  fields: RepeatFields
  firstDay: string
  set(more: Partial<RepeatFields>): void
}

/** When a series ends: never, on a day, after so many. */
export function EndFields({ fields, firstDay, set }: EndFieldsProps) {
  const t = useSeriesWords('dialog')
  return (
    <div className="grid grid-cols-2 items-end gap-2 max-[22rem]:grid-cols-1">
      <Field id="repeat-ends" label={t('ends')}>
        <Select
          id="repeat-ends"
          value={fields.ends}
          onChange={(event) => set({ ends: ENDINGS.find((one) => one === event.target.value) ?? 'never' })}
        >
          {ENDINGS.map((one) => (
            <option key={one} value={one}>
              {t(`endings.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {fields.ends === 'until' ? (
        <Field id="repeat-until" label={t('until')}>
          <TextField
            id="repeat-until"
            type="date"
            required
            min={firstDay}
            value={fields.until}
            onChange={(event) => set({ until: event.target.value })}
          />
        </Field>
      ) : null}
      {fields.ends === 'times' ? (
        <Field id="repeat-times" label={t('times')}>
          <TextField
            id="repeat-times"
            type="number"
            min={2}
            max={999}
            required
            value={fields.times}
            onChange={(event) => set({ times: event.target.value })}
          />
        </Field>
      ) : null}
    </div>
  )
}
