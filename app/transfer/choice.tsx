import { type ReactNode, useId } from 'react'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useTransferWords } from './transfer-words.ts'

interface ChoiceProps<T extends string> {
  label: string
  labelHidden?: boolean
  value: T
  options: readonly { value: T; label: string }[]
  hint?: ReactNode
  onChange(value: T): void
}

/** One choice among a few, with its label. */
export function Choice<T extends string>({
  label,
  labelHidden,
  value,
  options,
  hint,
  onChange,
}: ChoiceProps<T>) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} {...(labelHidden ? { labelHidden } : {})}>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Whose posts they become: the teams one may import into. */
export function TeamChoice({ value, onChange }: { value: string; onChange(id: string): void }) {
  const t = useTransferWords('setup')
  const { teams } = useDirectory()
  const may = useMay()
  const mine = teams.filter(({ id }) => may('import:run', id) && may('post:write', id))
  return (
    <Choice
      label={t('team')}
      value={value}
      options={mine.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
