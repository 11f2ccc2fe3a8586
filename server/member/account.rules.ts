import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'

/** Fewest characters of a password; long beats complicated (NIST SP 800-63B). */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

export const email = z.string('required').trim().toLowerCase().max(254, 'long').pipe(z.email('email'))
export const personName = nameText('required').min(1, 'required').max(80, 'long')
export const newPassword = z.string('required').min(PASSWORD_MIN, 'short').max(PASSWORD_MAX, 'long')

export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
export const zone = z.string('required').refine(isZone, 'zone')
export const locale = z.enum(['en', 'ko'])

export const signInForm = z.object({
  email,
  password: z.string('required').min(1, 'required').max(PASSWORD_MAX, 'long'),
})
export const joinForm = z.object({ name: personName, password: newPassword, zone, locale })
/** The first owner's account, and what it opens: a company of their own, or the demo (which has its name). */
export const setupForm = joinForm
  .extend({
    email,
    kind: z.enum(['company', 'demo']).default('company'),
    company: nameText().max(80, 'long').default(''),
  })
  .refine(({ kind, company }) => kind === 'demo' || company !== '', {
    path: ['company'],
    message: 'required',
  })
