import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { transfer as en } from '#server/i18n/en/transfer.ts'
import { transfer as ko } from '#server/i18n/ko/transfer.ts'

const WORDS = { en, ko }

/** Adds the words of imports and exports to those of every page; they come with the code that says them. */
export function TransferWords({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const all = useMessages()
  const messages = useMemo(() => ({ ...all, transfer: WORDS[locale] }), [all, locale])
  return (
    <IntlProvider locale={locale} messages={messages as typeof all}>
      {children}
    </IntlProvider>
  )
}
