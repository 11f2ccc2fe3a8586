import type { Request } from 'express'
import { type Locale, localeCookie, negotiateLocale } from '../i18n/locale.rules.ts'

/** The language of an answer: what was chosen in this browser, else the account's, else the browser's. */
export function requestLocale(request: Request, account?: Locale): Locale {
  const cookie = new RegExp(`${localeCookie}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1] ?? null
  return negotiateLocale([cookie, account], request.headers['accept-language'] ?? null)
}
