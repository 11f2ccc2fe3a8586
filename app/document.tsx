import { createContext, type ReactNode, useContext } from 'react'
import { IntlProvider } from 'use-intl'
import type { Locale } from '#server/i18n/locale.rules.ts'
import type { Messages } from '#server/i18n/messages.ts'

/** What the server decided about this page and the browser must repeat exactly to hydrate. */
export interface DocumentFacts {
  /** empty in the browser, which hides it */
  nonce: string
  requestId: string
  locale: Locale
  /** IANA zone in which times are shown */
  zone: string
  /** epoch milliseconds at which the page was rendered */
  now: number
}

const DocumentContext = createContext<DocumentFacts | null>(null)

/** The facts of this page load; throws outside of the document. */
export function useDocument(): DocumentFacts {
  const facts = useContext(DocumentContext)
  if (!facts) throw new Error('useDocument outside of DocumentProvider')
  return facts
}

interface ProviderProps {
  facts: DocumentFacts
  messages: Messages
  children: ReactNode
}

/** Wraps the whole page on both sides: facts and words. */
export function DocumentProvider({ facts, messages, children }: ProviderProps) {
  return (
    <DocumentContext.Provider value={facts}>
      <IntlProvider locale={facts.locale} messages={messages} timeZone={facts.zone} now={new Date(facts.now)}>
        {children}
      </IntlProvider>
    </DocumentContext.Provider>
  )
}

/** The facts as attributes of `<html>`, where the browser finds them before it hydrates. */
export function factsToAttributes(facts: DocumentFacts) {
  return {
    lang: facts.locale,
    'data-zone': facts.zone,
    'data-now': facts.now,
    'data-request': facts.requestId,
  }
}

/** The opposite of `factsToAttributes`. */
export function factsFromDocument(html: HTMLElement): DocumentFacts {
  return {
    nonce: '',
    requestId: html.dataset.request ?? '',
    locale: html.lang as Locale,
    zone: html.dataset.zone ?? 'UTC',
    now: Number(html.dataset.now),
  }
}
