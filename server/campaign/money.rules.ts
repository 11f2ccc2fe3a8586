import { z } from 'zod'

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code that this runtime can write. */
export const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => CURRENCIES.has(code), 'money.currency')

/** So much of a currency, in its minor units (cents, won, fils): never a fraction. */
export const money = z.object({ amount: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency })
export type Money = z.infer<typeof money>

/** The codes to choose from, sorted. */
export const currencies = (): string[] => [...CURRENCIES].sort()

/** How many digits a currency has after its point: 2 for EUR, 0 for KRW, 3 for KWD. */
export const minorDigits = (code: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
    .maximumFractionDigits ?? 2

/** What somebody typed (`1250.5`) in minor units, exactly; null when it is no amount of that currency. */
export function toMinor(typed: string, code: string): number | null {
  const digits = minorDigits(code)
  const [, whole, part = ''] = /^(\d{1,13})(?:\.(\d*))?$/.exec(typed.trim()) ?? []
  if (whole === undefined || part.replace(/0+$/, '').length > digits) return null
  const amount = Number(whole + part.slice(0, digits).padEnd(digits, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}

/** The way back: what a field shows. */
export function fromMinor({ amount, currency: code }: Money): string {
  const digits = minorDigits(code)
  if (digits === 0) return String(amount)
  const text = String(amount).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** As people of a locale write it, cents left out when there are none. */
export const sayMoney = (value: Money, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(fromMinor(value) as Intl.StringNumericLiteral)
