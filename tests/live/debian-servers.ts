import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0

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

/** Waits until `check` holds, looking every 50 ms. Rejects after `ms`. */
export async function until(
  check: () => Promise<boolean> | boolean,
  ms: number,
  what: string,
): Promise<void> {
  const end = Date.now() + ms
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

function postgresBin(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return (
    versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  )
}

async function install(): Promise<void> {
  if (postgresBin() && existsSync('/usr/bin/redis-server')) return
  if (!isRoot)
    throw new Error('Install the Debian packages postgresql and redis-server, then run this again.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql', 'redis-server'], {
    env,
  })
}

export type DebianServers = { postgresUrl: string; redisHost: string; stop(): Promise<void> }

/** PostgreSQL and Redis from Debian, empty, on free ports of the loopback interface; gone without a trace on stop. */
export async function startDebianServers(): Promise<DebianServers> {
  await install()
  const bin = postgresBin()
  if (!bin) throw new Error('PostgreSQL is not where Debian puts it (/usr/lib/postgresql).')
  const directory = mkdtempSync(join(tmpdir(), 'hubbub-live-'))
  const data = join(directory, 'pg')
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres'])
    chownSync(directory, Number(stdout), -1)
  }
  // PostgreSQL refuses to run as root.
  const asUser = (command: string, args: string[]) =>
    isRoot ? run('runuser', ['-u', 'postgres', '--', command, ...args]) : run(command, args)
  const [port, redisPort] = [await freePort(), await freePort()]
  await asUser(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'pg', '--no-sync', '-E', 'UTF8'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300`
  const log = join(directory, 'pg.log')
  await asUser(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', log, '-o', options, 'start'])
  const redis = spawn('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
    cwd: directory,
  })
  return {
    postgresUrl: `postgresql://pg@127.0.0.1:${port}/postgres`,
    redisHost: `127.0.0.1:${redisPort}`,
    async stop() {
      redis.kill()
      await asUser(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
