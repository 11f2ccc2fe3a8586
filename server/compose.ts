import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { Redis } from 'ioredis'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { type Engine, openEngine, type Watch } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { migrate } from '#db/migrate.ts'
import { dumpBeforeMigration } from './admin/postgres-tools.ts'
import type { App } from './app.ts'
import { type CanvasKeeper, createCanvasKeeper } from './canvas/canvas-keeper.ts'
import { createReaders, type Readers } from './event/reader.ts'
import { createSockets, type Sockets } from './event/sockets.ts'
import { drainer } from './http/drain.ts'
import { createExpress, createWorkerExpress } from './http/express-app.ts'
import { originRule } from './http/origin.ts'
import { createRunner, type Runner } from './job/runner.ts'
import { CRONS, JOBS } from './jobs.ts'
import { memberCtx } from './member/member-ctx.ts'
import { createLog, type Log } from './platform/log.ts'
import { createOutbound } from './platform/outbound.ts'
import { absentPresence } from './platform/presence/absent-presence.ts'
import { createPresence } from './platform/presence/presence.ts'
import { createRateLimits } from './platform/rate-limit.ts'
import { openRedis } from './platform/redis.ts'
import { postgresRelay, redisRelay } from './platform/relay.ts'
import type { Settings } from './platform/settings.ts'
import { createSignal, type Relay } from './platform/signal.ts'
import { createVault } from './platform/vault.ts'
import { READERS } from './readers.ts'
import { createSessions } from './session/session.ts'
import { VIEWS } from './views.ts'

export interface Options {
  /** Tests set the clock and watch the statements. */
  now?: () => number
  watch?: Watch
}

/** The parts without HTTP: what the command line and most tests need. */
export interface Core {
  app: App
  runner: Runner
  readers: Readers
  close(): Promise<void>
}

export async function composeCore(settings: Settings, options: Options = {}): Promise<Core> {
  const now = options.now ?? Date.now
  const file = join(settings.dataDir, 'hubbub.db')
  const log = createLog(settings.logLevel)
  await migrate({ file, url: settings.databaseUrl, beforeChange: () => dumpBeforeMigration(settings, log) })
  const store = openEngine({ file, url: settings.databaseUrl, watch: options.watch })
  const vault = createVault(settings.appSecret)
  const allowOrigin = originRule(settings.baseUrl)
  const metrics = new Registry()
  const outbound = createOutbound({ allow: settings.outboundAllow })
  const redis = settings.redisUrl ? await openRedis(settings.redisUrl, log) : undefined
  const limits = createRateLimits(redis)
  let stopping = false
  const signal = createSignal(relayFor(redis, store, log))
  // A worker has no pages, so nobody is present at it.
  const presence =
    !settings.presence || settings.role === 'worker'
      ? absentPresence()
      : createPresence({
          dataDir: join(settings.dataDir, 'presence'),
          secret: settings.appSecret,
          ...(settings.liveblocksKey ? { cloudKey: settings.liveblocksKey } : {}),
          log,
          allowOrigin: (origin, request) => allowOrigin(origin, request.headers.host),
        })
  const app: App = {
    store,
    settings,
    log,
    signal,
    vault,
    outbound,
    sessions: createSessions(store, now),
    presence,
    limits,
    metrics,
    cutSession: (sessionId) => signal.send('sessionEnded', sessionId),
    now,
    stopping: () => stopping,
  }
  const runner = createRunner(app, JOBS, CRONS)
  const readers = createReaders(app, READERS)
  return {
    app,
    runner,
    readers,
    async close() {
      stopping = true
      await runner.stop()
      await readers.stop()
      await presence.stop()
      await signal.close()
      redis?.disconnect()
      await outbound.close()
      await store.close()
    },
  }
}

/**
 * How this process hears of the others: Redis when there is one (PostgreSQL while it is away), else PostgreSQL itself;
 * one file has one process.
 */
function relayFor(redis: Redis | undefined, store: Engine, log: Log): Relay | undefined {
  const { native } = store
  const notify = 'postgres' in native ? postgresRelay(native.postgres, native.url, log) : undefined
  return redis ? redisRelay(redis, log, notify) : notify
}

export interface Running extends Core {
  http: Server
  /** Null in a worker. */
  sockets: Sockets | null
  /** Null in a worker. */
  canvases: CanvasKeeper | null
  /** `http://localhost:3000`. */
  url: string
}

/** Everything, listening. `build` is the Remix build, or how to get it (development); a worker needs none. */
export async function compose(
  settings: Settings,
  build: ServerBuild | (() => Promise<ServerBuild>) | null,
  options: Options = {},
): Promise<Running> {
  const core = await composeCore(settings, options)
  const { app } = core
  collectDefaultMetrics({ register: app.metrics })
  const express =
    build && settings.role !== 'worker'
      ? createExpress(app, build, originRule(settings.baseUrl), join(import.meta.dirname, '../build'))
      : createWorkerExpress(app)
  const http = createServer(express)
  const drain = drainer(http)
  const sockets = settings.role === 'worker' ? null : openSockets(app, http)
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    // A long backlog halves a storm of reconnections.
    http.listen({ port: settings.port, backlog: 4096 }, resolve)
  })
  const canvases = settings.role === 'worker' ? null : createCanvasKeeper(app)
  canvases?.start()
  if (settings.role !== 'web') {
    core.runner.start()
    core.readers.start()
  }
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : settings.port
  return {
    ...core,
    http,
    sockets,
    canvases,
    url: settings.baseUrl ?? `http://localhost:${port}`,
    async close() {
      await canvases?.stop()
      // The port is free only when every connection is gone, presence's and those a browser holds in reserve, too.
      await Promise.all([sockets?.close(), app.presence.stop(), drain()])
      await core.close()
    },
  }
}

/** The sockets of the log and of presence, on the port of the pages. */
function openSockets(app: App, http: Server): Sockets {
  const sockets = createSockets({
    app,
    http,
    views: VIEWS,
    allowOrigin: originRule(app.settings.baseUrl),
    identify: async (cookie, slug) => {
      const session = await app.sessions.read(cookie, false)
      if (!session) return
      const ctx = await memberCtx(app, { slug }, { userId: session.user.id }, newId())
      return ctx && { ctx, sessionId: session.sessionId }
    },
    refresh: (ctx) =>
      memberCtx(app, { workspaceId: ctx.workspaceId }, { memberId: ctx.memberId ?? '' }, ctx.requestId),
    alive: (sessionIds) => app.sessions.alive(sessionIds),
    onCut: (_workspaceId, memberId) => void app.presence.cut({ uid: memberId }),
  })
  http.on('upgrade', (request, socket, head) => void app.presence.onUpgrade(request, socket, head))
  return sockets
}
