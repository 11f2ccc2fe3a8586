import { type ReactNode, useMemo } from 'react'
import { IntlProvider, useLocale, useMessages } from 'use-intl'
import { series as en } from '#server/i18n/en/series.ts'
import { series as ko } from '#server/i18n/ko/series.ts'

const WORDS = { en, ko }

/** Adds the words of repeating posts to those of every page; they come with the code that says them. */
export function SeriesWords({ children }: { children: ReactNode }) {
  const locale = useLocale()
  const all = useMessages()
  const messages = useMemo(() => ({ ...all, series: WORDS[locale] }), [all, locale])
  return (
    <IntlProvider locale={locale} messages={messages as typeof all}>
      {children}
    </IntlProvider>
  )
}
