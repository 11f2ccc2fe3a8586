import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type ErrorRequestHandler,
  json,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import type { z } from 'zod'
import { newId } from '#db/id.ts'
import type { App } from '../app.ts'
import { permit } from '../core/ctx.ts'
import { refusalOf } from '../http/odd-requests.ts'
import { cleanInput } from '../platform/clean-input.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import type { ExportFile } from '../post/export-posts.ts'
import { createBearers } from '../token/bearer.ts'
import { InvalidCall, sendApiProblem } from './api-problem.ts'
import { openApi } from './openapi.ts'
import { performCall } from './perform-call.ts'
import type { Call, Route } from './route.ts'
import { ROUTES } from './routes.ts'

/**
 * `/api/v1`, made from the declared routes. Bearer tokens only: cookies mean nothing here, and no page of another
 * origin is let in (there are no CORS headers).
 */
export function apiRouter(app: App): Router {
  const router = Router()
  const bearers = createBearers(app)
  const document = JSON.stringify(openApi())
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    next()
  })
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document)
  })
  const parse = json({ limit: '1mb' })
  const byPath = Map.groupBy(ROUTES, (route) => route.path)
  for (const [path, routes] of byPath) {
    const place = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'))
    for (const route of routes)
      place[route.method](...(route.body ? [parse] : []), serve(app, bearers, route))
    const allowed = routes.map(({ method }) => method.toUpperCase()).join(', ')
    place.all((_request, response) => {
      response.setHeader('Allow', allowed)
      refuse(app, response, new Problem('api.method', { status: 405 }))
    })
  }
  router.use((_request, response) => refuse(app, response, notFound()))
  router.use(((error, _request, response, _next) =>
    refuse(app, response, bodyProblem(error))) as ErrorRequestHandler)
  return router
}

function serve(app: App, bearers: ReturnType<typeof createBearers>, route: Route): RequestHandler {
  return async (request, response) => {
    let who: Awaited<ReturnType<typeof bearers>>
    try {
      who = await authenticate(app, bearers, request)
      response.setHeader('X-Request-Id', who.ctx.requestId)
      await app.limits.take('api.token', who.tokenId)
      if (route.scope !== 'signed-in') permit(who.ctx, route.scope)
      const body = await performCall(route, who, callOf(route, request), {
        key: request.headers['idempotency-key'],
        path: request.path,
        raw: request.body,
        replayed: () => void response.setHeader('Idempotency-Replayed', 'true'),
      })
      if ('file' in route.output) await sendFile(response, body as ExportFile)
      else response.status(route.status).type('application/json').send(JSON.stringify(body))
    } catch (error) {
      // A file that breaks off must not look whole.
      if (response.headersSent) response.destroy()
      else refuse(app, response, error, who)
    }
  }
}

async function sendFile(response: Response, { name, type, parts }: ExportFile): Promise<void> {
  response.attachment(name).type(type)
  await pipeline(Readable.from(parts), response)
}

async function authenticate(app: App, bearers: ReturnType<typeof createBearers>, request: Request) {
  const secret = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  const found = secret ? await bearers(secret) : undefined
  if (found) return found
  if (secret) await app.limits.take('api.address', request.ip ?? '')
  throw new Problem('api.token', { status: 401 })
}

function callOf(route: Route, request: Request): Call {
  if (route.body && !request.is('json')) throw new Problem('api.contentType', { status: 415 })
  return {
    params: parsed('params', route.params, request.params),
    query: parsed('query', route.query, request.query),
    body: parsed('body', route.body, request.body),
  }
}

function parsed(part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, raw: unknown): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(cleanInput(raw))
  if (!result.success) throw new InvalidCall(part, result.error.issues)
  return result.data
}

function refuse(
  app: App,
  response: Response,
  error: unknown,
  who?: { ctx: { locale: 'en' | 'ko'; requestId: string } },
): void {
  const { locale = 'en', requestId = newId() } = who?.ctx ?? {}
  sendApiProblem(response, error, { log: app.log, locale, requestId })
}

/** What the body parser refuses, in our words. */
function bodyProblem(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return new Problem('request.tooLarge', { status: 413 })
  if (type === 'entity.parse.failed') return new Problem('api.json', { status: 400 })
  if (typeof type === 'string') return new Problem('api.json', { status: 415 })
  // A body that is not compressed as it says (no type), an address that cannot be decoded.
  if (error instanceof URIError) return notFound()
  if (refusalOf(error)) return new Problem('api.json', { status: 400 })
  return error
}
