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
const [messages] = await Promise.all([loadMessages(facts.locale), whole(document).then(dataRead)])

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

/**
 * When all of a document is there. Its data come last; taking over a page that still waits for them is put off, and begins
 * again later than one that begins with them.
 */
async function whole(document: Document): Promise<void> {
  if (document.readyState !== 'loading') return
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
}

/**
 * When the document's data are read. While React takes over a page it answers a key or a press at once; one that comes
 * as long as the page still waits for them ends all of it for good (React error 345): nothing could be pressed any more.
 * Remix throws what it waits for, before anything else, where the page is drawn.
 */
async function dataRead(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (reading) {
    // What cannot be read is said by the page itself.
    if (reading instanceof Promise) await reading
  }
}
