import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import helmet, { type HelmetOptions } from 'helmet'

/** A nonce for this response, and the headers that go with it. Images may also come from https (network avatars). */
export function securityHeaders(presenceHost: string | undefined): RequestHandler {
  const connect = ["'self'", ...(presenceHost ? [`https://${presenceHost}`, `wss://${presenceHost}`] : [])]
  const headers = (secure: boolean) =>
    recorded({
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
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    for (const [name, value] of request.secure ? secured : plain)
      response.setHeader(name, value.replace(MARK, nonce))
    next()
  }
}

const MARK = '{nonce}'

/** What helmet sets, asked of it once: of all of it only the nonce differs between answers. */
function recorded(options: HelmetOptions): [string, string][] {
  const headers: [string, string][] = []
  const response = {
    locals: { nonce: MARK },
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  }
  helmet(options)({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error) throw error
  })
  return headers
}
