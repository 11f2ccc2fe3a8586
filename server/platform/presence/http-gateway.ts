import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { EmbeddedServer } from './embedded-server.ts'
import type { openRevocations } from './revocations.ts'
import { accessTo, unsignedToken, verifyPresenceToken } from './token.ts'

const BODY_LIMIT_BYTES = 64_000
const ROOM = /^\/v2\/c\/rooms\/([^/]+)(\/.*)?$/
/** Uploads of stored files: nothing of ours uses them, and they would fill the disk. */
const FILES = /^\/(storage\/files|attachments)(\/|$)/

function answer(response: ServerResponse, status: number, error: string) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ error }))
}

/** The HTTP half of the gateway, as Express middleware: `/v2/c/*` only; every other path goes on to the app. */
export function createHttpGateway(options: {
  key: Buffer
  server: EmbeddedServer
  revocations: ReturnType<typeof openRevocations>
  allowOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
}) {
  const { key, server, revocations } = options

  return function presenceMiddleware(request: IncomingMessage, response: ServerResponse, next: () => void) {
    const url = URL.parse(request.url ?? '', 'http://local')
    if (!url?.pathname.startsWith('/v2/c/')) return next()
    const { origin: from, authorization } = request.headers
    if (from !== undefined && !options.allowOrigin(from, request)) return answer(response, 403, 'origin')
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''
    const verdict = verifyPresenceToken(key, token)
    if (!verdict.ok) return answer(response, 401, verdict.reason)

    const [, encoded, rest = ''] = ROOM.exec(url.pathname) ?? []
    const reads = request.method === 'GET'
    let room = ''
    if (encoded) {
      try {
        room = decodeURIComponent(encoded)
      } catch {
        return answer(response, 400, 'room')
      }
      const access = accessTo(verdict.claims, room)
      if (!access || (!reads && access !== 'write') || FILES.test(rest))
        return answer(response, 403, 'forbidden')
    } else if (!reads) return answer(response, 403, 'forbidden')
    if (revocations.covers(verdict.claims, room)) return answer(response, 403, 'revoked')
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      return answer(response, 413, 'size')
    if (request.headers['transfer-encoding']) return answer(response, 411, 'length')

    const origin = server.origin()
    if (!origin) return answer(response, 503, 'away')
    const headers: Record<string, string> = { authorization: `Bearer ${unsignedToken(token)}` }
    for (const name of ['content-type', 'content-length']) {
      const value = request.headers[name]
      if (typeof value === 'string') headers[name] = value
    }
    url.searchParams.delete('pubkey')
    const forward = httpRequest(`${origin}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      timeout: 10_000,
    })
    forward.on('response', (reply) => {
      response.writeHead(reply.statusCode ?? 502, {
        'content-type': reply.headers['content-type'] ?? 'application/octet-stream',
        'cache-control': 'no-store',
      })
      reply.pipe(response)
    })
    forward.on('timeout', () => forward.destroy())
    forward.on('error', () => (response.headersSent ? response.destroy() : answer(response, 502, 'away')))
    request.pipe(forward)
  }
}
