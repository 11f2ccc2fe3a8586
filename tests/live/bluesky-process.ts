import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort, startDebianServers } from './debian-servers.ts'

const home = fileURLToPath(new URL('./network/', import.meta.url))

export interface BlueskyProcess {
  /** The personal data server: where accounts live. */
  url: string
  /** One of the acts of network/net.mjs; resolves when it is done. */
  ask(act: Record<string, unknown>): Promise<void>
  stop(): Promise<void>
}

/** Starts a whole Bluesky network, from its own packages, on the loopback interface. Takes a few seconds. */
export async function startBlueskyProcess(): Promise<BlueskyProcess> {
  if (!existsSync(`${home}node_modules`)) {
    await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home })
  }
  const servers = await startDebianServers()
  const ports = await Promise.all([freePort(), freePort(), freePort()])
  const child = fork(`${home}net.mjs`, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      LOG_ENABLED: 'false',
      NET_POSTGRES: servers.postgresUrl,
      REDIS_HOST: servers.redisHost,
      NET_PDS: String(ports[0]),
      NET_BSKY: String(ports[1]),
      NET_PLC: String(ports[2]),
    },
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk}`.slice(-2000)
  })
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    await servers.stop()
  }
  const ready = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)])
  if (!ready) {
    await stop()
    throw new Error(`the Bluesky network did not start: ${complaint}`)
  }
  const { url } = ready[0] as { url: string }
  const waiting = new Map<number, () => void>()
  let asked = 0
  child.on('message', ({ done }: { done: number }) => {
    waiting.get(done)?.()
    waiting.delete(done)
  })
  return {
    url,
    stop,
    ask(act) {
      const id = ++asked
      return new Promise((done) => {
        waiting.set(id, done)
        child.send({ id, ...act })
      })
    },
  }
}
