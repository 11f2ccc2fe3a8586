import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** A nonce for this response, and the headers that go with it. Images may also come from https (network avatars). */
export function securityHeaders(presenceHost: string | undefined): RequestHandler {
  const connect = ["'self'", ...(presenceHost ? [`https://${presenceHost}`, `wss://${presenceHost}`] : [])]
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", `'nonce-${nonce}'`],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
          fontSrc: ["'self'"],
          connectSrc: connect,
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          ...(request.secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: request.secure,
      crossOriginOpenerPolicy: request.secure ? { policy: 'same-origin' } : false,
      originAgentCluster: false,
      referrerPolicy: { policy: 'same-origin' },
    })(request, response, next)
  }
}
