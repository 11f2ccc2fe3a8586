import type { Locale } from './locale.rules.ts'

/** All messages, shaped and typed by the English ones. */
export type AllMessages = typeof import('./en.ts').en

/** Those that every page has; `useTranslations` knows no others (the rest: `app/late-words.ts`). */
export type Messages = typeof import('./en.page.ts').page

/** The shape of an area in another language: the same keys, any words. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

/** Loads what every page says in one language, so that the browser never downloads the other. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'ko') return (await import('./ko.page.ts')).page as unknown as Messages
  return (await import('./en.page.ts')).page
}
