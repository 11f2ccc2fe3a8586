import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** A nonce for this response, and the headers that go with it. Images may also come from https (network avatars). */
export function securityHeaders(presenceHost: string | undefined): RequestHandler {
  const connect = ["'self'", ...(presenceHost ? [`https://${presenceHost}`, `wss://${presenceHost}`] : [])]
  const headers = (secure: boolean) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
          fontSrc: ["'self'"],
          connectSrc: connect,
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure,
      crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
      originAgentCluster: false,
      referrerPolicy: { policy: 'same-origin' },
    })
  const [secured, plain] = [headers(true), headers(false)]
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    const set = request.secure ? secured : plain
    set(request, response, next)
  }
}
