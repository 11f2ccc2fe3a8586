import { type ErrorRequestHandler, json, type Request, type RequestHandler, Router } from 'express'
import type { App } from '../app.ts'
import { perform } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { verbsByName } from '../verbs.ts'
import type { Here } from './here.ts'
import { refusalOf } from './odd-requests.ts'
import { sendProblem } from './problem-response.ts'

/** `POST /w/:workspace/act/:verb` with JSON: the one way in which the interface changes anything. */
export function actRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const handler: RequestHandler = async (request: Request, response) => {
    const here = response.locals.here as Here
    try {
      if (!here.ctx) throw new Problem('request.signedOut', { status: 401 })
      await app.limits.take('act.account', here.ctx.userId ?? '')
      const verb = verbsByName.get(String(request.params.verb))
      if (!verb) throw notFound()
      response.json((await perform(here.ctx, verb, request.body)) ?? {})
    } catch (error) {
      sendProblem(response, error, { log: app.log, locale: here.locale, requestId: here.requestId })
    }
  }
  router.post('/:verb', json({ limit: '1mb' }), handler)
  // What the body parser refuses: the interface reads JSON, whatever went wrong.
  router.use(((error, _request, response, _next) => {
    const { locale, requestId } = response.locals.here as Here
    sendProblem(response, refusalOf(error) ?? error, { log: app.log, locale, requestId })
  }) as ErrorRequestHandler)
  return router
}
