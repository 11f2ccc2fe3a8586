import type { Agent } from '@atproto/api'
import type { AuthIo, Io, Secret } from '../connector.ts'
import { NetworkProblem } from '../network-problem.ts'

// The client's lexicons take half a second to load: only a process that talks to Bluesky pays for them.
async function newAgent(options: ConstructorParameters<typeof Agent>[0]): Promise<Agent> {
  const { Agent } = await import('@atproto/api')
  return new Agent(options)
}

/** An agent without an account, at one server. */
export function strangerAt(service: string, io: AuthIo, token?: string): Promise<Agent> {
  return newAgent((path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (token) headers.set('authorization', `Bearer ${token}`)
    return io.fetch(new URL(path, service), { ...init, headers, signal: io.signal ?? null })
  })
}

/** What a session call gives, as the secret to store. The password stays, to sign in again when tokens ran out. */
export type SessionSecret = { identifier: string; password: string; accessJwt: string; refreshJwt: string }

async function renewed(current: SessionSecret, service: string, io: AuthIo): Promise<SessionSecret> {
  try {
    const { data } = await (
      await strangerAt(service, io, current.refreshJwt)
    ).com.atproto.server.refreshSession()
    return { ...current, accessJwt: data.accessJwt, refreshJwt: data.refreshJwt }
  } catch (error) {
    const status = (error as { status?: number }).status
    if (status !== 400 && status !== 401) throw error
  }
  const { data } = await (await strangerAt(service, io)).com.atproto.server.createSession({
    identifier: current.identifier,
    password: current.password,
  })
  return { ...current, accessJwt: data.accessJwt, refreshJwt: data.refreshJwt }
}

async function saysExpired(response: Response): Promise<boolean> {
  if (response.status !== 400 && response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const error = (body as { error?: unknown } | null)?.error
  return error === 'ExpiredToken' || error === 'InvalidToken'
}

/**
 * The signed-in agent of an account. An expired token is renewed once per account, however many calls meet it at
 * the same time: the secrets lets one through, and the others find the newer token.
 */
export function memberOf(io: Io): Promise<Agent> {
  const { service = '', pds = service } = io.account.options
  const call = (path: string, init: RequestInit, token: string | undefined) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${token}`)
    return io.fetch(new URL(path, pds), { ...init, headers, signal: io.signal ?? null })
  }
  return newAgent({
    did: io.account.remoteId,
    async fetchHandler(path: string, init: RequestInit) {
      const secret = await io.secrets.read()
      const response = await call(path, init, secret.accessJwt)
      if (!(await saysExpired(response))) return response
      const renew = async (current: Secret): Promise<Secret> =>
        current.accessJwt === secret.accessJwt ? renewed(current as SessionSecret, service, io) : current
      const fresh = await io.secrets.renew(renew).catch((error: unknown) => {
        const { error: name, status } = error as { error?: string; status?: number }
        const refused = status === 400 || status === 401
        throw refused ? new NetworkProblem('authExpired', name ?? 'InvalidToken', { cause: error }) : error
      })
      return call(path, init, fresh.accessJwt)
    },
  })
}

/** What the access token allows, as its server wrote into it; empty when it is not readable. */
export function scopeOf(secret: Secret): string {
  try {
    const payload = Buffer.from(secret.accessJwt?.split('.')[1] ?? '', 'base64url').toString()
    return String((JSON.parse(payload) as { scope?: unknown }).scope ?? '')
  } catch {
    return ''
  }
}
