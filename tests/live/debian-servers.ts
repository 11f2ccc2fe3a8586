import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'

const REDIS = '/usr/bin/redis-server'

/** A port of the loopback interface that nobody holds now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Whether PostgreSQL and Redis are here; as root they are installed from Debian when they are not. */
export function debianServersHere(): boolean {
  const here = () => postgresPrograms() !== undefined && existsSync(REDIS)
  if (here() || userInfo().uid !== 0 || !existsSync('/usr/bin/apt-get')) return here()
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => execFileSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' })
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'postgresql', 'redis-server')
  } catch {
    return false
  }
  return here()
}

export type DebianServers = {
  postgresUrl: string
  /** `127.0.0.1:6379`. */
  redisHost: string
  killRedis(): void
  stop(): Promise<void>
}

/** PostgreSQL and Redis, empty, on free ports of the loopback interface; gone without a trace on stop. */
export async function startDebianServers(): Promise<DebianServers> {
  const programs = debianServersHere() ? postgresPrograms() : undefined
  if (!programs)
    throw new Error('Install the Debian packages postgresql and redis-server, then run this again.')
  const postgres = await startPostgres(programs)
  const cwd = mkdtempSync(join(tmpdir(), 'hubbub-redis-'))
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '']
  const redis = spawn(REDIS, args, { stdio: 'ignore', cwd })
  return {
    postgresUrl: postgres.url,
    redisHost: `127.0.0.1:${port}`,
    killRedis: () => void redis.kill('SIGKILL'),
    async stop() {
      redis.kill()
      postgres.stop()
      rmSync(cwd, { recursive: true, force: true })
    },
  }
}
