import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import type { Locale } from '#server/i18n/locale.rules.ts'
import { loadMessages, type Messages } from '#server/i18n/messages.ts'
import { DocumentProvider } from './document.tsx'
import { keeper } from './keep.server.tsx'
import { requestLocale, requestZone } from './preferences.ts'
import { KeepProvider } from './ui/kept.tsx'
import { wholePage } from './whole-page.server.ts'

/** Milliseconds after which a deferred value that has not come is given up. */
export const streamTimeout = 5000

const words: Partial<Record<Locale, Messages>> = {}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const who = context.ctx ?? context.account
  const facts = {
    nonce: context.nonce,
    requestId: context.requestId,
    locale: requestLocale(request, who),
    zone: requestZone(request, who),
    now: Date.now(),
  }
  const messages = words[facts.locale] ?? (await loadMessages(facts.locale))
  words[facts.locale] = messages
  // While developing a piece may change at any moment.
  const keeping = import.meta.env.PROD ? keeper(facts, messages, request.url) : null
  // To its end: nothing of a page comes later than the rest, and no loader may promise something for later.
  const data = await new Response(remix.serverHandoffStream).text()
  const html = renderToString(
    <DocumentProvider facts={facts} messages={messages}>
      <KeepProvider value={keeping?.keep ?? null}>
        <RemixServer
          context={{ ...remix, serverHandoffStream: undefined }}
          url={request.url}
          nonce={facts.nonce}
        />
      </KeepProvider>
    </DocumentProvider>,
  )
  const page = wholePage({
    ...{ html, data, nonce: facts.nonce },
    whole: keeping?.whole ?? ((text) => [Buffer.from(text)]),
    shared: context.shared ?? new Map(),
  })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', facts.locale)
  headers.set('Content-Length', String(page.reduce((sum, part) => sum + part.length, 0)))
  context.sendWhole(page)
  return new Response(null, { headers, status })
}

/** Every unexpected error of a loader, an action or a render; a request the reader has left is no error. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  // A method or an address that a page does not have is no defect.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.app.log.error({ err: error, requestId: context.requestId }, 'a page failed')
}
