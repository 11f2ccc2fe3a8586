import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { FormSelect } from './form-select.tsx'
import { useSettingsWords } from './settings-words.ts'

/** Tags of markets that a bare language does not tell apart. */
const VARIANTS = ['en-GB', 'en-US', 'es-419', 'es-MX', 'fr-CA', 'pt-BR', 'zh-Hans', 'zh-Hant']
/** Codes that are no market: the Union, the UN, "unknown", outlying and reserved ones. */
const NO_MARKET = new Set([
  'EU',
  'EZ',
  'UN',
  'ZZ',
  'QO',
  'XA',
  'XB',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
])
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

interface MarketSelectProps {
  name: string
  label: string
  type: 'language' | 'region'
  value: string | undefined
}

/** The languages or countries the browser has a name for, in the reader's language and its order. */
export function MarketSelect({ name, label, type, value }: MarketSelectProps) {
  const t = useSettingsWords('teams')
  const locale = useLocale()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'none' })
    const codes =
      type === 'language'
        ? [...PAIRS, ...VARIANTS]
        : PAIRS.map((pair) => pair.toUpperCase()).filter((code) => !NO_MARKET.has(code))
    const known = new Map<string, string>()
    for (const code of value ? [...codes, value] : codes) {
      // An old code ("iw") is another's name; one name stands once.
      const canonical = type === 'language' ? (Intl.getCanonicalLocales(code)[0] ?? code) : code
      const words = names.of(canonical) ?? (code === value ? code : undefined)
      if (words && ![...known.values()].includes(words)) known.set(code, words)
    }
    const order = new Intl.Collator(locale)
    return [...known].sort(([, a], [, b]) => order.compare(a, b))
  }, [locale, type, value])
  return (
    <FormSelect name={name} label={label} defaultValue={value ?? ''}>
      {value ? null : <option value="">{t('choose')}</option>}
      {options.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </FormSelect>
  )
}
