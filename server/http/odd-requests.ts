import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { App } from '../app.ts'
import { problemText } from '../i18n/translator.ts'
import { Problem } from '../platform/problem.ts'
import type { Here } from './here.ts'
import { requestLocale } from './request-locale.ts'

/** What Express and its body parsers refuse by themselves, in our words; undefined: a defect of ours. */
export function refusalOf(error: unknown): Problem | undefined {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown }
  // An address that no browser sends (`Host: a b`).
  if (code === 'ERR_INVALID_URL') return new Problem('request.invalid', { status: 400 })
  if (typeof status !== 'number' || status < 400 || status > 499) return
  if (status === 413) return new Problem('request.tooLarge', { status })
  return new Problem(status === 404 || status === 403 ? 'request.notFound' : 'request.invalid', { status })
}

/** What no browser sends, and no page can be asked by: it would fail on its way, and fill the log. */
export const refuseTrace: RequestHandler = (request, response, next) => {
  if (request.method === 'TRACE' || request.method === 'TRACK')
    response.status(405).setHeader('Allow', 'GET, HEAD, POST').end()
  else next()
}

/** Addresses with a NUL belong to nothing, and a database may refuse to be asked for them. */
export const refuseNul: RequestHandler = (request, _response, next) => {
  if (/%00/i.test(request.originalUrl)) next(Object.assign(new Error('NUL in the address'), { status: 404 }))
  else next()
}

/** The end of every request that failed on its way: a sentence, and a line in the log when it is our fault. */
export function answerErrors(app: App): ErrorRequestHandler {
  return (error, request, response: Response, _next) => {
    const here = response.locals.here as Here | undefined
    const refusal = refusalOf(error)
    if (!refusal) app.log.error({ err: error, requestId: here?.requestId }, 'request failed')
    if (response.headersSent) return void response.destroy()
    const locale = here?.locale ?? requestLocale(request)
    response
      .status(refusal?.status ?? 500)
      .type('text/plain')
      .send(`${problemText(locale, refusal?.code ?? 'request.failed')}\n`)
  }
}
