import { z } from 'zod'
import { zone } from '../member/account.rules.ts'
import { nameText } from '../platform/clean-input.rules.ts'

const isCountry = (code: string): boolean => {
  try {
    return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined
  } catch {
    return false
  }
}
const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** What people set about a team. `country` is ISO 3166-1 alpha-2, `locale` the BCP 47 tag of its market. */
export const teamSettings = z.object({
  name: nameText('required').min(1, 'required').max(60, 'long'),
  zone,
  locale: z.string('required').min(2, 'required').max(35, 'long').refine(isLanguage, 'language'),
  country: z
    .string('required')
    .length(2, 'country')
    .transform((code) => code.toUpperCase())
    .refine(isCountry, 'country'),
})
