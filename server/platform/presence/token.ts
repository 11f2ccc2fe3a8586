import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a token lets its bearer do. `rooms` holds room ids, or prefixes that end in `*`. */
export type PresenceGrant = {
  uid: string
  rooms: string[]
  /** false: sees everything and shows its own presence, but can change neither storage nor shared text */
  write: boolean
  name: string
  /** life of the token in seconds, 15 minutes unless told */
  ttl?: number
  /** when the permission was looked up, epoch milliseconds; a revocation after it covers the token. Now unless told */
  at?: number
}

export type PresenceClaims = {
  k: 'acc'
  pid: 'localdev'
  uid: string
  perms: Record<string, string[]>
  ui: { name: string }
  iat: number
  exp: number
  jti: string
  /** issued at, epoch milliseconds: what revocations are compared with */
  at: number
}

export type Verdict = { ok: true; claims: PresenceClaims } | { ok: false; reason: 'forged' | 'expired' }

export const TOKEN_TTL_SECONDS = 900
/** The client stops using a token this long before it ends; see `iat` below. */
const CLIENT_BUFFER_SECONDS = 30
const WRITE = ['*:write']
const READ = ['room:read', 'room:presence:write']

const base64url = (text: string) => Buffer.from(text).toString('base64url')
const SIGNED = base64url('{"alg":"HS256","typ":"JWT"}')
const UNSIGNED = base64url('{"alg":"none"}')

/** The signing key: derived from the app secret, so it survives restarts and is used for nothing else. */
export function presenceKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'presence token', 32))
}

/** JSON in ASCII only: the embedded server reads token bytes as Latin-1. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function sign(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** A signed token (compact JWS, HS256) for the embedded mode. */
export function signPresenceToken(key: Buffer, grant: PresenceGrant): string {
  const now = grant.at ?? Date.now()
  const exp = Math.floor(now / 1000) + (grant.ttl ?? TOKEN_TTL_SECONDS)
  const scopes = grant.write ? WRITE : READ
  const claims: PresenceClaims = {
    k: 'acc',
    pid: 'localdev',
    uid: grant.uid,
    perms: Object.fromEntries(grant.rooms.map((room) => [room, scopes])),
    ui: { name: grant.name },
    // The client keeps a token for exp - iat - 30 s. Making that nothing means that it asks us again, and our
    // policy decides again, whenever it has to authenticate; otherwise it would come back with a revoked one.
    iat: exp - CLIENT_BUFFER_SECONDS,
    exp,
    jti: randomBytes(9).toString('base64url'),
    at: now,
  }
  const body = `${SIGNED}.${base64url(asciiJson(claims))}`
  return `${body}.${sign(key, body).toString('base64url')}`
}

/** Checks signature and life. Only the exact header that we write is accepted, so no other `alg` can be chosen. */
export function verifyPresenceToken(key: Buffer, token: string, now = Date.now()): Verdict {
  const [header, payload, signature, ...rest] = token.split('.')
  if (header !== SIGNED || !payload || !signature || rest.length > 0) return { ok: false, reason: 'forged' }
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(key, `${header}.${payload}`)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: 'forged' }
  }
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('latin1')) as PresenceClaims
  if (claims.exp * 1000 <= now) return { ok: false, reason: 'expired' }
  return { ok: true, claims }
}

/** The same claims in the form the embedded server wants: unsigned. Only for tokens verified before. */
export function unsignedToken(token: string): string {
  return `${UNSIGNED}.${token.split('.')[1]}.`
}

/** Does a room id match a pattern (an id, or a prefix ending in `*`)? */
export function matchesRoom(pattern: string, room: string): boolean {
  return pattern.endsWith('*') ? room.startsWith(pattern.slice(0, -1)) : pattern === room
}

/** What the claims allow in a room: null when nothing. */
export function accessTo(claims: PresenceClaims, room: string): 'write' | 'read' | null {
  const scopes = Object.entries(claims.perms).find(([pattern]) => matchesRoom(pattern, room))?.[1]
  if (!scopes) return null
  return scopes.includes('*:write') ? 'write' : 'read'
}
