import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type RequestHandler, type Response } from 'express'
import { apiRouter } from '../api/api-router.ts'
import type { App } from '../app.ts'
import { services } from '../services.ts'
import { actRouter } from './act.ts'
import { assetRouter } from './asset-route.ts'
import { builtFiles } from './built-files.ts'
import { feedRouter } from './feed-route.ts'
import { healthRouter } from './health.ts'
import { type Here, whoIsHere } from './here.ts'
import { importRouter } from './import-route.ts'
import { narrowBuilds } from './narrow-build.ts'
import { answerErrors, refuseNul, refuseTrace } from './odd-requests.ts'
import type { OriginRule } from './origin.ts'
import { presenceRouter } from './presence-route.ts'
import { securityHeaders } from './security-headers.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What a worker answers: whether it lives, whether it can work, and its figures. There is no interface and no API. */
export function createWorkerExpress(app: App): Express {
  const server = express()
  server.disable('x-powered-by')
  server.use(healthRouter(app))
  server.use((_request, response) => {
    response.status(404).type('text/plain').send('This process does background work only.\n')
  })
  return server
}

/** Everything that answers over HTTP, in the order in which it looks at a request. */
export function createExpress(
  app: App,
  build: ServerBuild | (() => Promise<ServerBuild>),
  allowOrigin: OriginRule,
  buildDir: string,
): Express {
  const server = express()
  server.disable('x-powered-by')
  server.set('trust proxy', app.settings.trustProxy)
  server.use(healthRouter(app))
  server.use(app.presence.middleware)
  // A board of 5,000 posts (763 KB) takes 2.2 ms and becomes 84 KB; at brotli's usual quality, 4, it takes 4.0 ms for 82 KB.
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }
  server.use(compression({ level: 4, brotli, threshold: 1024 }))
  // Before everything that looks at cookies or origins: a token is all that counts there.
  server.use('/api/v1', apiRouter(app))
  server.use(refuseTrace)
  server.use(refuseNul)
  server.use('/calendar', feedRouter(app))
  server.use(builtFiles(buildDir))
  server.use(securityHeaders(app.presence.mode === 'cloud' ? 'api.liveblocks.io' : undefined))
  server.use((request, response, next) => {
    if (SAFE.has(request.method) || allowOrigin(request.headers.origin, request.headers.host)) return next()
    response.status(403).json({ code: 'request.origin' })
  })
  server.use(whoIsHere(app))
  server.use('/w/:workspace/act', actRouter(app))
  server.use('/w/:workspace/assets', assetRouter(app))
  server.use('/w/:workspace/imports', importRouter(app))
  server.use('/w/:workspace/presence', presenceRouter(app))
  server.all('*', pages(app, build))
  server.use(answerErrors(app))
  return server
}

/**
 * Takes the body of an answer that Remix is told has none, and so ends without one: a body of its own would be copied and
 * pass through two streams. Each part is on its way before the next one is compressed.
 */
const whole = (response: Response) => (parts: readonly Uint8Array[]) => {
  const end = response.end.bind(response)
  response.end = () => {
    for (const part of parts.slice(0, -1)) {
      response.write(part)
      response.flush()
    }
    return end(parts.at(-1))
  }
}

/** Remix, with what its loaders and actions may use. */
function pages(app: App, build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const handle = (of: typeof build) =>
    createRequestHandler({
      build: of,
      getLoadContext: (request, response) => {
        const here = response.locals.here as Here
        return {
          nonce: response.locals.nonce as string,
          ctx: here.ctx ?? null,
          account: here.account ?? null,
          requestId: here.requestId,
          sendWhole: whole(response),
          shared: request.path.endsWith('.data') ? null : new Map(),
          origin: { secure: request.secure, address: request.ip ?? '', host: request.headers.host ?? '' },
          services,
          app,
          settings: {},
        }
      },
    })
  if (typeof build === 'function') return handle(build)
  let narrow: ReturnType<typeof narrowBuilds> | undefined
  const handlers = new WeakMap<ServerBuild, RequestHandler>()
  return (request, response, next) => {
    narrow ??= narrowBuilds(build)
    const part = narrow(request.path)
    const handler = handlers.get(part) ?? handle(part)
    handlers.set(part, handler)
    return handler(request, response, next)
  }
}
