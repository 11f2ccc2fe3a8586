import type { Request } from 'express'
import { type Locale, localeCookie, negotiateLocale } from '../i18n/locale.rules.ts'

/** The language of somebody who is not signed in: their cookie, else the browser's. */
export function requestLocale(request: Request): Locale {
  const cookie = new RegExp(`${localeCookie}=(\\w+)`).exec(request.headers.cookie ?? '')?.[1] ?? null
  return negotiateLocale([cookie], request.headers['accept-language'] ?? null)
}
