import { type ErrorRequestHandler, json, type Request, type RequestHandler, Router } from 'express'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { verbsByName } from '../verbs.ts'
import { performOnce } from './act-once.ts'
import { type Here, whoIsStillHere } from './here.ts'
import { refusalOf } from './odd-requests.ts'
import { sendProblem } from './problem-response.ts'

/** What somebody did and could not send is sent in their name or not at all: another one may have signed in meanwhile. */
function refuseOther(ctx: Ctx, member: string | undefined): void {
  if (member !== undefined && member !== ctx.memberId)
    throw new Problem('request.otherPerson', { status: 409 })
}

/** `POST /w/:workspace/act/:verb` with JSON: the one way in which the interface changes anything. */
export function actRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const handler: RequestHandler = async (request: Request, response) => {
    let here = response.locals.here as Here
    try {
      here = await whoIsStillHere(app, request, response)
      if (!here.ctx) throw new Problem('request.signedOut', { status: 401 })
      await app.limits.take('act.account', here.ctx.userId ?? '')
      const verb = verbsByName.get(String(request.params.verb))
      if (!verb) throw notFound()
      refuseOther(here.ctx, request.get('Acting-Member'))
      const once = request.get('Idempotency-Key')
      const answer = once
        ? await performOnce(here.ctx, verb, request.body, once)
        : await perform(here.ctx, verb, request.body)
      response.json(answer ?? {})
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
