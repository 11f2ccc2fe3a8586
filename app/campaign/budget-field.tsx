import { useState } from 'react'
import { useLocale } from 'use-intl'
import { currencies, fromMinor, type Money, minorDigits } from '#server/campaign/money.rules.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useCampaignWords } from './campaign-words.ts'

const USUAL: Record<string, string> = { ko: 'KRW', en: 'EUR' }

/** An amount and its currency, as fields `budget` and `currency` of a form; empty means none. */
export function BudgetField({ budget }: { budget: Money | null }) {
  const t = useCampaignWords()
  const locale = useLocale()
  const [currency, setCurrency] = useState(budget?.currency ?? USUAL[locale] ?? 'EUR')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-end gap-3">
      <Field id="campaign-budget" label={t('budget')} optional>
        <TextField
          id="campaign-budget"
          name="budget"
          type="number"
          inputMode="decimal"
          min={0}
          step={10 ** -minorDigits(currency)}
          defaultValue={budget ? fromMinor(budget) : ''}
        />
      </Field>
      <Select
        name="currency"
        aria-label={t('currency')}
        value={currency}
        onChange={(event) => setCurrency(event.target.value)}
      >
        {currencies().map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </Select>
    </div>
  )
}
