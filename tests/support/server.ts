import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { compose, type Running } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import type { Settings } from '#server/platform/settings.ts'
import { buildOnce } from '#server/start.ts'
import { testSettings } from './core.ts'
import { testDatabase } from './database.ts'
import { type People, people } from './people.ts'

export interface TestServer extends Running, People {
  /** The Cookie header of a new session of this member. */
  cookieFor(ctx: Ctx): Promise<string>
  drop(): Promise<void>
}

let lastPort = 0

/**
 * The port this process's first server had, if it is free: what a kept window has loaded is still good for the next
 * server. Otherwise 0, any port.
 */
const portAgain = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(lastPort, () => probe.close(() => resolve(lastPort)))
  })

/** The whole product on a free port: the real build, sockets, presence, jobs. */
export async function testServer(change: Partial<Settings> = {}): Promise<TestServer> {
  buildOnce()
  const file = pathToFileURL(join(import.meta.dirname, '../../build/server/index.js')).href
  const build = (await import(/* @vite-ignore */ file)) as ServerBuild
  const database = await testDatabase()
  const own = { presence: true, port: await portAgain(), ...change }
  const running = await compose({ ...testSettings(database.dataDir, database.url), ...own }, build)
  lastPort ||= Number(new URL(running.url).port)
  return {
    ...running,
    ...people(running.app),
    async cookieFor(ctx) {
      const { setCookie } = await running.app.sessions.begin(ctx.userId ?? '', {
        userAgent: 'test',
        address: '127.0.0.1',
        secure: false,
      })
      return setCookie.split(';')[0] ?? ''
    },
    async drop() {
      await running.close()
      await database.drop()
    },
  }
}
