import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { asProblem } from '../platform/problem.ts'
import { audiencesOf, roomsFor } from './audience.rules.ts'
import type { LogEvent, SilentEvent } from './catalogue.ts'
import { createFeed } from './feed.ts'
import type { LiveView, Tick } from './live-view.ts'
import { asEvent, type Missed, missed } from './missed.ts'
import { CHANGES_RIGHTS } from './rights.rules.ts'
import { createViewWatch } from './view-watch.ts'

export interface ServerToClient {
  e: (event: LogEvent | SilentEvent) => void
  /** The head of the log, every 10 s: a client that is behind asks. */
  head: (n: number) => void
  /** The member's permissions have changed: load them again. */
  grants: () => void
  /** What is looked at reads differently now. */
  tick: (tick: Tick) => void
}
export interface ClientToServer {
  after: (n: number, answer: (missed: Missed) => void) => void
  /** Looks at a view (and at no other); the answer is its present reading, null when there is none for this member. */
  look: (view: string, input: unknown, answer: (data: unknown) => void) => void
  lookAway: () => void
}
interface SocketData {
  ctx: Ctx
  sessionId: string
  /** Which change of rights was the last one when its ctx was read. */
  turn: number
}
type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>

/** Open at once for one account: as many windows as nobody has. Each is told of everything and looks at a view. */
const CONNECTIONS_PER_ACCOUNT = 100

const isWrongInput = (error: unknown) => error instanceof Error && error.name === 'ZodError'
export interface Sockets {
  io: Io
  close(): Promise<void>
}

interface Options {
  app: App
  http: HttpServer
  views: readonly LiveView[]
  allowOrigin(origin: string | undefined, host: string | undefined): boolean
  /** Who the handshake belongs to: session cookie and workspace slug. */
  identify(cookie: string | undefined, slug: string): Promise<{ ctx: Ctx; sessionId: string } | undefined>
  /** The member's ctx as it is now, or undefined when they are out. */
  refresh(ctx: Ctx): Promise<Ctx | undefined>
  /** Which of these sessions still hold. */
  alive(sessionIds: string[]): Promise<ReadonlySet<string>>
  /** Called when a member lost rights, for the presence gateway. */
  onCut(workspaceId: string, memberId: string): void
}

/** The socket server: one room a workspace and one an audience in it; the feed speaks, nobody else. */
export function createSockets({
  app,
  http,
  views,
  allowOrigin,
  identify,
  refresh,
  alive,
  onCut,
}: Options): Sockets {
  const io: Io = new Server(http, {
    // Other upgrades are others' to answer: the presence gateway takes up to 7 s, while its server starts.
    destroyUpgradeTimeout: 8_000,
    serveClient: false,
    perMessageDeflate: false,
    transports: ['websocket', 'polling'],
    pingInterval: 10_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 100_000,
    allowRequest: (request, done) => done(null, allowOrigin(request.headers.origin, request.headers.host)),
  })

  const watch = createViewWatch(app, views)
  let turn = 0
  const offRights = app.signal.on('rightsChanged', () => {
    turn++
  })
  const feed = createFeed(app, (row) => {
    watch.hear(row)
    const everyone = `${row.workspaceId}:`
    const rooms = roomsFor(row.audience).map((room) => everyone + room)
    io.local.to(rooms).emit('e', asEvent(row))
    io.local.to(everyone).except(rooms).emit('e', { n: row.n })
    if (CHANGES_RIGHTS.has(row.type)) void recheck(row.workspaceId)
  })

  function join(
    socket: Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>,
    ctx: Ctx,
  ): void {
    socket.data.ctx = ctx
    // What one looks at stands on the rights one had; the client looks again.
    watch.leave(socket.id)
    const everyone = `${ctx.workspaceId}:`
    for (const room of socket.rooms) if (room.startsWith(everyone)) void socket.leave(room)
    void socket.join([everyone, ...audiencesOf(ctx.memberId ?? '', ctx.grants).map((key) => everyone + key)])
  }

  /** After a change of members or teams: everybody's sockets stand on today's rights, or are cut. */
  async function recheck(workspaceId: string): Promise<void> {
    try {
      for (const socket of io.sockets.sockets.values()) {
        const { ctx } = socket.data
        if (ctx.workspaceId !== workspaceId) continue
        const fresh = await refresh(ctx)
        if (!fresh) {
          socket.disconnect(true)
          if (ctx.memberId) onCut(workspaceId, ctx.memberId)
        } else if (JSON.stringify(fresh.grants) !== JSON.stringify(ctx.grants)) {
          join(socket, fresh)
          socket.emit('grants')
          if (ctx.memberId) onCut(workspaceId, ctx.memberId)
        }
      }
    } catch (error) {
      app.log.error(
        { err: error, workspaceId },
        'rights could not be checked again; every socket of it is cut',
      )
      io.in(`${workspaceId}:`).disconnectSockets(true)
    }
  }

  /** Reading is dear: whoever asks without end is cut, and comes back when a page would. */
  const mayAsk = ({ userId }: Ctx): Promise<boolean> =>
    app.limits.take('ask.account', userId ?? '').then(
      () => true,
      () => false,
    )

  const open = new Map<string, number>()
  const countOf = ({ userId }: Ctx, by: number): void => {
    const now = (open.get(userId ?? '') ?? 0) + by
    if (now > 0) open.set(userId ?? '', now)
    else open.delete(userId ?? '')
  }
  const isCrowded = ({ userId }: Ctx): boolean => (open.get(userId ?? '') ?? 0) >= CONNECTIONS_PER_ACCOUNT

  /** Once nobody of a workspace is here any more. */
  const followNoMore = (workspaceId: string): void => {
    if (!io.sockets.adapter.rooms.has(`${workspaceId}:`)) feed.unfollow(workspaceId)
  }

  io.use((socket, next) => {
    // Anything can stand in it, from anybody: what is thrown here would end the process.
    const { workspace } = socket.handshake.auth
    const slug = typeof workspace === 'string' ? workspace : ''
    const began = turn
    identify(socket.request.headers.cookie, slug)
      .then(async (who) => {
        if (!who) return next(new Error('signed_out'))
        if (isCrowded(who.ctx)) return next(new Error('too_many'))
        socket.data = { ...who, turn: began }
        await feed.follow(who.ctx.workspaceId)
        next()
      })
      .catch((error) => {
        app.log.error({ err: error }, 'socket handshake failed')
        next(new Error('unavailable'))
      })
  })

  io.on('connection', (socket) => {
    const { workspaceId } = socket.data.ctx
    // Many that came in together were none yet when they were counted.
    if (isCrowded(socket.data.ctx)) {
      socket.disconnect(true)
      return followNoMore(workspaceId)
    }
    countOf(socket.data.ctx, 1)
    join(socket, socket.data.ctx)
    // Somebody who was alone here may have left since: then the log was followed no more.
    feed.follow(workspaceId).then(
      (head) => socket.emit('head', feed.head(workspaceId) ?? head),
      (error) => {
        app.log.error({ err: error, workspaceId }, 'the log could not be followed')
        socket.disconnect(true)
      },
    )
    // While it came in nobody's sockets were it: rights that changed meanwhile are looked at now.
    if (socket.data.turn !== turn) void recheck(workspaceId)
    socket.on('after', (n, answer) => {
      if (!Number.isSafeInteger(n) || n < 0 || typeof answer !== 'function') return
      mayAsk(socket.data.ctx)
        .then(async (may) => (may ? answer(await missed(app, socket.data.ctx, n)) : socket.disconnect(true)))
        .catch((error) => app.log.error({ err: error }, 'the missed events could not be read'))
    })
    socket.on('look', (view, input, answer) => {
      if (typeof view !== 'string' || typeof answer !== 'function') return
      const looker = { id: socket.id, send: (tick: Tick) => void socket.emit('tick', tick) }
      mayAsk(socket.data.ctx)
        .then(async (may) => {
          if (!may) socket.disconnect(true)
          // Gone while it was asked whether it may: nobody would ever stop looking.
          else if (socket.connected) answer(await watch.look(looker, socket.data.ctx, view, input))
        })
        .catch((error) => {
          if (asProblem(error) === undefined && !isWrongInput(error))
            app.log.warn({ err: error, view }, 'a view could not be read')
          answer(null)
        })
    })
    socket.on('lookAway', () => watch.leave(socket.id))
    socket.on('disconnect', () => {
      watch.leave(socket.id)
      countOf(socket.data.ctx, -1)
      followNoMore(workspaceId)
    })
  })

  function cutSession(sessionId: string): void {
    for (const socket of io.sockets.sockets.values()) {
      if (socket.data.sessionId !== sessionId) continue
      socket.disconnect(true)
      const { workspaceId, memberId } = socket.data.ctx
      if (memberId) onCut(workspaceId, memberId)
    }
  }

  /** A session that ends by its age says nothing: it is asked for. */
  async function cutEnded(): Promise<void> {
    const ids = [...new Set([...io.sockets.sockets.values()].map(({ data }) => data.sessionId))]
    if (!ids.length) return
    const still = await alive(ids)
    for (const id of ids) if (!still.has(id)) cutSession(id)
  }

  const heartbeat = setInterval(() => {
    cutEnded().catch((error) => app.log.warn({ err: error }, 'sessions could not be looked at'))
    for (const room of io.sockets.adapter.rooms.keys()) {
      if (!room.endsWith(':')) continue
      const head = feed.head(room.slice(0, -1))
      if (head !== undefined) io.local.to(room).emit('head', head)
    }
  }, 10_000)
  heartbeat.unref()

  const off = app.signal.on('sessionEnded', cutSession)

  return {
    io,
    async close() {
      clearInterval(heartbeat)
      watch.stop()
      feed.stop()
      off()
      offRights()
      await io.close()
    },
  }
}
