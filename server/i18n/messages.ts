import type { Locale } from './locale.rules.ts'

/** All messages, shaped and typed by the English ones. */
export type Messages = typeof import('./en.ts').en

/** What is fetched with the part that says it (`app/transfer/transfer-words.tsx`), beside what every page has. */
export type Late = typeof import('./en/transfer.ts') & typeof import('./en/series.ts')

/** The shape of an area in another language: the same keys, any words. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages & Late
  }
}

/** Loads the messages of one language, so that the browser never downloads the other. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'ko') return (await import('./ko.ts')).ko as unknown as Messages
  return (await import('./en.ts')).en
}
