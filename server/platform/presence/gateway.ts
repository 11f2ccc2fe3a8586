import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { EmbeddedServer, PresenceLog } from './embedded-server.ts'
import { rateLimit } from './frames.ts'
import { CLOSE, type Relay, relay } from './relay.ts'
import { type Cut, cutMatches, type openRevocations } from './revocations.ts'
import { openServerLink } from './server-link.ts'
import { accessTo, unsignedToken, verifyPresenceToken } from './token.ts'

const WRITER_FRAME_BYTES = 8_000_000
const CONNECTIONS_PER_PERSON = 100
/** All tabs of a person come back at once after a restart, and again only when something is wrong. */
const CONNECTIONS_PER_SECOND = 20
/**
 * Whatever one says goes to everybody in the room, or is stored: a whole canvas fits, one after the other does not. All
 * connections of a person share it, or a hundred of them would be a hundred times as much.
 */
const WRITER_BYTES_PER_SECOND = 8_000_000
const VIEWER_BYTES_PER_SECOND = 256_000
/** People of whom is known what they have left; beyond that those who are not here are forgotten. */
const REMEMBERED = 5_000
/** A restart takes a quarter of it on an idle machine. With the link's own limit less than what ends unanswered upgrades. */
const WAIT_FOR_SERVER_MS = 2_000

/** Answers an upgrade with plain HTTP. The client treats it as a lost connection and comes back later. */
function refuse(socket: Duplex, status: string) {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const allowance = () => ({
  connections: rateLimit(CONNECTIONS_PER_SECOND),
  write: rateLimit(WRITER_BYTES_PER_SECOND),
  read: rateLimit(VIEWER_BYTES_PER_SECOND),
})

/** The WebSocket half of the gateway: `/v8`, checked here, relayed to the embedded server. */
export function createGateway(options: {
  key: Buffer
  server: EmbeddedServer
  revocations: ReturnType<typeof openRevocations>
  allowOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
  log: PresenceLog
}) {
  const { key, server, revocations } = options
  const relays = new Set<Relay>()
  /** Rooms that somebody has left since `rooms` was asked. */
  const visited = new Set<string>()
  const allowances = new Map<string, ReturnType<typeof allowance>>()

  /** What a person has left, kept while they are gone, or whoever left at once would have all of it again. */
  function allowanceOf(uid: string) {
    const known = allowances.get(uid)
    if (known) return known
    if (allowances.size >= REMEMBERED) {
      const here = new Set([...relays].map((one) => one.uid))
      for (const one of allowances.keys()) if (!here.has(one)) allowances.delete(one)
    }
    const made = allowance()
    allowances.set(uid, made)
    return made
  }
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: WRITER_FRAME_BYTES,
  })

  /** Accepts, then closes with a code: the only way to tell the client's state machine what to do next. */
  function turnAway(request: IncomingMessage, socket: Duplex, head: Buffer, code: number, reason: string) {
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('error', () => {})
      ws.close(code, reason)
      setTimeout(() => ws.terminate(), 2_000).unref()
    })
  }

  async function connect(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams) {
    const room = query.get('roomId') ?? ''
    const token = query.get('tok') ?? ''
    const verdict = verifyPresenceToken(key, token)
    if (!verdict.ok && verdict.reason === 'expired') {
      return turnAway(request, socket, head, CLOSE.expired, 'Token expired')
    }
    const access = verdict.ok ? accessTo(verdict.claims, room) : null
    if (!verdict.ok || !access)
      return turnAway(request, socket, head, CLOSE.refused, 'No access to this room')
    const { claims } = verdict
    if (revocations.covers(claims, room)) return turnAway(request, socket, head, CLOSE.cut, 'Access changed')
    const left = allowanceOf(claims.uid)
    const open = [...relays].filter((one) => one.uid === claims.uid).length
    if (open >= CONNECTIONS_PER_PERSON || !left.connections.take()) {
      return refuse(socket, '429 Too Many Requests')
    }

    const origin = await server.whenUp(WAIT_FOR_SERVER_MS)
    if (!origin) return refuse(socket, '503 Service Unavailable')
    const upstream = new URLSearchParams({
      roomId: room,
      tok: unsignedToken(token),
      version: query.get('version') ?? '',
    })
    const link = await openServerLink(origin, upstream).catch(() => null)
    if (!link) return refuse(socket, '502 Bad Gateway')
    // The browser may have gone, or a cut come, while we were connecting.
    if (!socket.readable || !socket.writable || revocations.covers(claims, room)) {
      link.close()
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (browser) => {
      const one = relay({
        browser,
        wire: socket,
        server: link,
        uid: claims.uid,
        room,
        write: access === 'write',
        volume: left[access],
        until: claims.exp * 1000,
        onEnd: () => {
          relays.delete(one)
          visited.add(one.room)
        },
      })
      relays.add(one)
    })
  }

  return {
    /** Takes the upgrades that are ours; true when it did. Leaves every other path alone. */
    onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
      const url = URL.parse(request.url ?? '', 'http://local')
      if (url?.pathname !== '/v8') return false
      socket.on('error', () => {})
      if (!options.allowOrigin(request.headers.origin, request)) refuse(socket, '403 Forbidden')
      else
        connect(request, socket, head, url.searchParams).catch((error) => {
          options.log.error({ err: error }, 'presence connection failed')
          refuse(socket, '500 Internal Server Error')
        })
      return true
    },
    /** Ends matching connections now and refuses tokens issued until now. Returns how many it ended. */
    cut(cut: Cut): number {
      revocations.add(cut)
      const hit = [...relays].filter((one) => cutMatches(cut, one.uid, one.room))
      for (const one of hit) one.leave(CLOSE.cut, 'Access changed')
      return hit.length
    },
    /** The rooms that somebody is in, or was since the last time this was asked: a visit may be short. */
    rooms() {
      const rooms = [...new Set([...[...relays].map((one) => one.room), ...visited])]
      visited.clear()
      return rooms
    },
    /** How many connections are open. */
    size: () => relays.size,
    closeAll() {
      for (const one of [...relays]) one.close(CLOSE.restart, 'Restarting')
    },
  }
}
