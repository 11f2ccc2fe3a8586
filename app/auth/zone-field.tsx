import { useEffect, useRef } from 'react'
import { useDocument } from '../document.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { useAuthWords } from './auth-words.ts'

/** One's time zone, chosen beforehand as the browser has it. */
export function ZoneField() {
  const t = useAuthWords()
  const { zone } = useDocument()
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    const mine = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (select.current && [...select.current.options].some((one) => one.value === mine))
      select.current.value = mine
  }, [])
  return (
    <Field id="zone" label={t('zone')}>
      <Select ref={select} id="zone" name="zone" defaultValue={zone}>
        {['UTC', ...Intl.supportedValuesOf('timeZone').filter((one) => one !== 'UTC')].map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </Field>
  )
}
