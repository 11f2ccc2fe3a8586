import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort, startDebianServers } from './debian-servers.ts'

const home = fileURLToPath(new URL('./network/', import.meta.url))

export type BlueskyNetwork = {
  /** The personal data server: where accounts live. */
  url: string
  /** Makes an account and an app password. */
  join(handle: string, options?: { privileged?: boolean }): Promise<{ did: string; appPassword: string }>
  /** Takes an account's app password away, as its owner would. */
  revoke(handle: string): Promise<void>
  /** Until everything posted so far can be seen. */
  settle(): Promise<void>
  stop(): Promise<void>
}

async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** Starts a whole Bluesky network, from its own packages, on the loopback interface. Takes a few seconds. */
export async function startBlueskyNetwork(): Promise<BlueskyNetwork> {
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
  return {
    url,
    stop,
    async settle() {
      child.send('settle')
      await once(child, 'message')
    },
    async revoke(handle) {
      const main = { identifier: handle, password: `main-${handle}` }
      const session = await post<{ accessJwt: string }>(`${url}/xrpc/com.atproto.server.createSession`, main)
      const response = await fetch(`${url}/xrpc/com.atproto.server.revokeAppPassword`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${session.accessJwt}` },
        body: JSON.stringify({ name: 'hubbub' }),
      })
      if (!response.ok) throw new Error(`revokeAppPassword: ${response.status}`)
    },
    async join(handle, { privileged = false } = {}) {
      const password = `main-${handle}`
      const account = await post<{ did: string; accessJwt: string }>(
        `${url}/xrpc/com.atproto.server.createAccount`,
        { handle, email: `${handle}@example.com`, password },
      )
      const made = await post<{ password: string }>(
        `${url}/xrpc/com.atproto.server.createAppPassword`,
        { name: 'hubbub', privileged },
        account.accessJwt,
      )
      return { did: account.did, appPassword: made.password }
    },
  }
}
