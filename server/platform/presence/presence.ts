import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { type PresenceLog, type PresenceState, startEmbeddedServer } from './embedded-server.ts'
import { createGateway } from './gateway.ts'
import { createHttpGateway } from './http-gateway.ts'
import { type Cut, openRevocations } from './revocations.ts'
import { createRooms, type PresenceRooms } from './rooms.ts'
import { type PresenceGrant, presenceKey, signPresenceToken } from './token.ts'

export type Presence = {
  /** what the browser needs to know: where to connect */
  mode: 'embedded' | 'cloud'
  /** Express middleware: `/v2/c/*`; calls `next` for everything else */
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  /** For the HTTP server's `upgrade` event: true when it took the socket (`/v8`), so that others leave it alone */
  onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean
  /** A token for the browser. In cloud mode this asks Liveblocks and rejects when it cannot be reached. */
  mint: (grant: PresenceGrant) => Promise<string>
  /** Ends connections at once and makes older tokens worthless; how many were ended. No effect in cloud mode. */
  cut: (cut: Cut) => number
  state: () => PresenceState
  /** Hears every change of state; returns the way to stop hearing. */
  onState: (listener: (state: PresenceState) => void) => () => void
  /** The rooms of these in which somebody is, or was since this was asked last. In cloud mode only of those that this process has let somebody into. */
  inUse: (match: (room: string) => boolean) => Promise<string[]>
  rooms: PresenceRooms
  /** Open connections and the child's process id, for metrics. */
  stats: () => { connections: number; childPid: number | undefined }
  stop: () => Promise<void>
}

export type PresenceOptions = {
  /** where the embedded server keeps its rooms; used by one process at a time */
  dataDir: string
  /** the app's secret, from which the signing key is derived */
  secret: string
  /** a Liveblocks secret key: use their cloud, start no child */
  cloudKey?: string
  log: PresenceLog
  /** May a page of this origin connect? Undefined: the client sent none, so it is no browser. */
  allowOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
}

/** Tokens of the cloud live for an hour. */
const CLOUD_TOKEN_MS = 3_600_000

/** Who is here and what they do now: the embedded server with its gateway, or the cloud, behind one interface. */
export function createPresence(options: PresenceOptions): Presence {
  return options.cloudKey ? cloudPresence(options.cloudKey) : embeddedPresence(options)
}

function embeddedPresence({ dataDir, secret, log, allowOrigin }: PresenceOptions): Presence {
  const key = presenceKey(secret)
  const listeners = new Set<(state: PresenceState) => void>()
  const server = startEmbeddedServer({
    dataDir,
    log,
    onState: (state) => {
      for (const listener of listeners) listener(state)
    },
  })
  const revocations = openRevocations(join(dataDir, 'presence-revoked.json'))
  const gateway = createGateway({ key, server, revocations, allowOrigin, log })
  return {
    mode: 'embedded',
    middleware: createHttpGateway({ key, server, revocations, allowOrigin }),
    onUpgrade: gateway.onUpgrade,
    mint: async (grant) => signPresenceToken(key, grant),
    cut: gateway.cut,
    state: server.state,
    onState: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    inUse: async (match) => gateway.rooms().filter(match),
    rooms: createRooms(async () => {
      const baseUrl = await server.whenUp(5_000)
      if (!baseUrl) throw Object.assign(new Error('Presence is away'), { code: 'presence.away' })
      const { Liveblocks } = await import('@liveblocks/node')
      // The fixed key of the embedded server: it listens on loopback only and the gateway never forwards it.
      return new Liveblocks({ secret: 'sk_localdev', baseUrl })
    }),
    stats: () => ({ connections: gateway.size(), childPid: server.pid() }),
    async stop() {
      gateway.closeAll()
      await server.stop()
    },
  }
}

function cloudPresence(cloudKey: string): Presence {
  const connect = async () => {
    const { Liveblocks } = await import('@liveblocks/node')
    return new Liveblocks({ secret: cloudKey })
  }
  const rooms = createRooms(connect)
  /** Until when a token opens a room, epoch ms: its connections do not pass by here. */
  const opened = new Map<string, number>()
  /** Rooms for which one was asked since `inUse` was: a visit may be short. */
  const fresh = new Set<string>()
  return {
    mode: 'cloud',
    middleware: (_request, _response, next) => next(),
    onUpgrade: () => false,
    async mint(grant) {
      const session = (await connect()).prepareSession(grant.uid, {
        userInfo: { name: grant.name },
      })
      const scopes = grant.write ? session.FULL_ACCESS : (['room:read', 'room:presence:write'] as const)
      for (const room of grant.rooms) session.allow(room, scopes)
      for (const room of grant.rooms) {
        opened.set(room, Date.now() + CLOUD_TOKEN_MS)
        fresh.add(room)
      }
      const { status, body, error } = await session.authorize()
      if (status !== 200)
        throw Object.assign(new Error(`Liveblocks refused: ${error ?? status}`), { code: 'presence.away' })
      return (JSON.parse(body) as { token: string }).token
    },
    cut: () => 0,
    state: () => 'up',
    onState: () => () => {},
    async inUse(match) {
      const found: string[] = []
      const asked = new Set(fresh)
      fresh.clear()
      for (const [room, until] of opened) {
        if (until < Date.now()) opened.delete(room)
        else if (match(room) && (asked.has(room) || (await rooms.people(room)) > 0)) found.push(room)
      }
      return found
    },
    rooms,
    stats: () => ({ connections: 0, childPid: undefined }),
    stop: async () => {},
  }
}
