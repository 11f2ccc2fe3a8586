import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadMessages } from '#server/i18n/messages.ts'
import { DocumentProvider, factsFromDocument } from './document.tsx'
import { wholeAnswers } from './live/whole-answers.ts'
import { loadKoreanFont } from './styles/korean-font.ts'

window.fetch = wholeAnswers(window.fetch)

const facts = factsFromDocument(document.documentElement)
loadKoreanFont(facts.locale)
const messages = await loadMessages(facts.locale)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentProvider facts={facts} messages={messages}>
        <RemixBrowser />
      </DocumentProvider>
    </StrictMode>,
  )
})
