import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient, type JsonObject } from '@liveblocks/client'
import { WebSocket } from 'ws'
import { createPresence, type Presence } from '#server/platform/presence/presence.ts'
import type { PresenceGrant } from '#server/platform/presence/token.ts'

export const ORIGIN = 'http://app.test'
export const SECRET = 'a secret for tests only'

const quiet = { info() {}, warn() {}, error: console.error }

export type Harness = Awaited<ReturnType<typeof presenceHarness>>

/** A real HTTP server with the gateway on it and a real child behind it, and real clients. */
export async function presenceHarness() {
  const dataDir = mkdtempSync(join(tmpdir(), 'presence-test-'))
  const presence = createPresence({
    dataDir,
    secret: SECRET,
    log: quiet as never,
    allowOrigin: (origin) => origin === ORIGIN,
  })
  const http: Server = createServer((request, response) =>
    presence.middleware(request, response, () => {
      response.writeHead(404).end('the app')
    }),
  )
  http.on('upgrade', (request, socket, head) => {
    if (!presence.onUpgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n')
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const clients: Client[] = []
  return {
    presence,
    http,
    base,
    dataDir,
    /** A client of one person; `grant` may be a function, asked at every authentication. */
    client(grant: PresenceGrant | (() => PresenceGrant | null)) {
      const client = createClient({
        baseUrl: base,
        throttle: 16,
        authEndpoint: async () => {
          const now = typeof grant === 'function' ? grant() : grant
          if (!now) return { error: 'forbidden' as const, reason: 'no' }
          return { token: await presence.mint(now) }
        },
        polyfills: { WebSocket: BrowserSocket as never },
      })
      clients.push(client)
      return client
    },
    /** A raw socket to the gateway, as an attacker would open it. */
    raw: (query: Record<string, string>, origin: string | null = ORIGIN, path = '/v8') =>
      new WebSocket(
        `${base.replace('http', 'ws')}${path}?${new URLSearchParams(query)}`,
        origin === null ? {} : { origin },
      ),
    async stop() {
      for (const client of clients) client.logout()
      await presence.stop()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A socket that says where it comes from, as browsers do. */
class BrowserSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: ORIGIN })
  }
}

export const grant = (uid: string, room: string, more: Partial<PresenceGrant> = {}): PresenceGrant => ({
  uid,
  rooms: [room],
  write: true,
  name: uid,
  ...more,
})

/** Waits until `check` gives something truthy; rejects after `ms`. */
export async function until<T>(check: () => T | Promise<T>, ms = 20_000): Promise<NonNullable<T>> {
  const end = performance.now() + ms
  for (;;) {
    const value = await check()
    if (value) return value
    if (performance.now() > end) throw new Error(`Still not so after ${ms} ms: ${check}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Enters a room and returns it with the way out. */
export function enter(client: Client, id: string, presence: JsonObject = {}) {
  return client.enterRoom(id, { initialPresence: presence } as never)
}

/** How a raw socket ended: the close code, or the HTTP status of a refused upgrade. */
export function ending(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('close', (code) => resolve(code))
    socket.on('error', () => {})
  })
}

export type { Presence }
