import { type ReactNode, useMemo } from 'react'
import { localeNames, locales } from '#server/i18n/locale.rules.ts'
import { describe, Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useFieldErrors } from './act-form.tsx'
import { useSettingsWords } from './settings-words.ts'

interface FormSelectProps {
  name: string
  label: string
  hint?: ReactNode
  defaultValue?: string
  value?: string
  onChange?(value: string): void
  idPrefix?: string
  children: ReactNode
}

/** A choice in an `ActForm`. */
export function FormSelect(props: FormSelectProps) {
  const { name, label, hint, onChange, idPrefix = '', children, ...rest } = props
  const errors = useFieldErrors(name)
  const id = `${idPrefix}${name}`
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      <Select
        name={name}
        {...describe(id, { ...(errors ? { errors } : {}), hint })}
        {...(onChange ? { onChange: (event) => onChange(event.target.value) } : {})}
        {...rest}
      >
        {children}
      </Select>
    </Field>
  )
}

/** Every zone the browser knows, the one that is set included. */
export function ZoneSelect({ value, idPrefix, hint }: { value: string; idPrefix?: string; hint?: string }) {
  const t = useSettingsWords()
  const zones = useMemo(
    () => [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])].sort(),
    [value],
  )
  return (
    <FormSelect
      name="zone"
      label={t('zone')}
      defaultValue={value}
      {...(hint ? { hint } : {})}
      {...(idPrefix ? { idPrefix } : {})}
    >
      {zones.map((one) => (
        <option key={one} value={one}>
          {one.replaceAll('_', ' ')}
        </option>
      ))}
    </FormSelect>
  )
}

/** The languages Hubbub speaks, each in its own words. */
export function LanguageSelect({ value }: { value: string }) {
  const t = useSettingsWords()
  return (
    <FormSelect name="locale" label={t('language')} defaultValue={value}>
      {locales.map((one) => (
        <option key={one} value={one} lang={one}>
          {localeNames[one]}
        </option>
      ))}
    </FormSelect>
  )
}
