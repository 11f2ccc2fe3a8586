import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { loadMessages } from '#server/i18n/messages.ts'
import { DocumentProvider } from './document.tsx'
import { gathering } from './gather.server.ts'
import { keeper } from './keep.server.tsx'
import { requestLocale, requestZone } from './preferences.ts'
import { KeepProvider } from './ui/kept.tsx'

/** Milliseconds after which a deferred value that has not come is given up. */
export const streamTimeout = 5000

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
  const messages = await loadMessages(facts.locale)
  // While developing a piece may change at any moment.
  const keep = import.meta.env.PROD ? keeper(facts, messages, request.url) : null
  const ready = isbot(request.headers.get('user-agent')) || remix.isSpaMode ? 'onAllReady' : 'onShellReady'
  let code = status

  return new Promise((resolve, reject) => {
    let shellRendered = false
    const { pipe, abort } = renderToPipeableStream(
      <DocumentProvider facts={facts} messages={messages}>
        <KeepProvider value={keep}>
          <RemixServer context={remix} url={request.url} nonce={facts.nonce} abortDelay={streamTimeout} />
        </KeepProvider>
      </DocumentProvider>,
      {
        nonce: facts.nonce,
        [ready]() {
          shellRendered = true
          const body = gathering()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          headers.set('Content-Language', facts.locale)
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500
          // An error before the shell is rejected above and reported once, by handleError.
          if (shellRendered)
            context.app.log.error({ err: error, requestId: facts.requestId }, 'a page failed')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1000).unref()
  })
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
