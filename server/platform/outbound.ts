import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { Agent, fetch as undiciFetch } from 'undici'
import { isAllowedHost } from './allowed-host.rules.ts'
import { isPublicAddress, literalAddress } from './outbound-address.ts'

/** Why a request was not made or has no answer. */
export type OutboundReason = 'refused' | 'redirects' | 'too_large' | 'timeout' | 'unreachable' | 'broken'

/**
 * The only error of an outbound fetch. `reached` says whether the other side may have got the request: when it is
 * false nothing was done there. The message holds the host, never the path or a header.
 */
export class OutboundProblem extends Error {
  readonly code = 'outbound'
  readonly reason: OutboundReason
  readonly reached: boolean
  readonly host: string

  constructor(reason: OutboundReason, host: string, reached: boolean, cause?: unknown) {
    super(`outbound ${reason}: ${host}`, { cause })
    this.name = 'OutboundProblem'
    this.reason = reason
    this.reached = reached
    this.host = host
  }
}

type Lookup = (
  hostname: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

export type OutboundOptions = {
  /** Hosts, or host:port, that may be anywhere: for servers of one's own network. */
  allow?: readonly string[]
  /** The whole exchange, redirects and body included. Milliseconds. */
  timeoutMs?: number
  /** Of the body as read, decompressed. */
  maxBytes?: number
  maxRedirects?: number
  lookup?: Lookup
}

export type Outbound = { fetch: typeof globalThis.fetch; close(): Promise<void> }

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const NEVER_ABROAD = ['authorization', 'cookie', 'proxy-authorization']
const NEVER_REACHED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * A fetch for addresses that people typed in: only http and https, only the public internet. Names are checked at
 * the moment of connecting, with the addresses that are then used (so a name cannot change in between), literal
 * addresses by themselves, and redirects again at each step.
 */
export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { timeoutMs = 20_000, maxBytes = 10_000_000, maxRedirects = 3 } = options
  const allowed = options.allow ?? []
  const lookup = options.lookup ?? (systemLookup as unknown as Lookup)
  const isAllowed = (url: URL) => isAllowedHost(url, allowed)

  const guardedLookup = (
    hostname: string,
    asked: { all?: boolean },
    done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ) =>
    lookup(hostname, { ...asked, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const bad = addresses.some(({ address }) => !isPublicAddress(address))
      const first = addresses[0]
      if (bad || !first) return done(new OutboundProblem('refused', hostname, false), [])
      if (asked.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  // Two agents, because an allowed host with its port must not open the same name on another port.
  const limits = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs, keepAliveTimeout: 4_000 }
  const guarded = new Agent({ ...limits, connect: { lookup: guardedLookup as never, timeout: 5_000 } })
  const trusted = new Agent({ ...limits, connect: { timeout: 5_000 } })

  function agentFor(url: URL, reached: boolean): Agent {
    const refuse = () => new OutboundProblem('refused', url.hostname, reached)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuse()
    if (url.username || url.password) throw refuse()
    if (isAllowed(url)) return trusted
    const literal = literalAddress(url.hostname)
    if (literal !== null && !isPublicAddress(literal)) throw refuse()
    return guarded
  }

  async function exchange(input: Request, signal: AbortSignal): Promise<Response> {
    let url = new URL(input.url)
    let method = input.method
    const headers = new Headers(input.headers)
    let body = method === 'GET' || method === 'HEAD' ? undefined : new Uint8Array(await input.arrayBuffer())
    for (let step = 0; ; step++) {
      const dispatcher = agentFor(url, step > 0)
      // Access to an account is not told to everybody on the way, whatever address an account was stored with.
      if (url.protocol === 'http:' && !isAllowed(url) && NEVER_ABROAD.some((name) => headers.has(name)))
        throw new OutboundProblem('refused', url.hostname, step > 0)
      const init = { method, headers: [...headers], body, redirect: 'manual' as const, signal, dispatcher }
      const answer = await undiciFetch(url, init)
      const location = answer.headers.get('location')
      if (!REDIRECTS.has(answer.status) || !location || input.redirect === 'manual') {
        return capped(answer as unknown as Response, maxBytes, url.hostname)
      }
      await answer.body?.cancel()
      if (step >= maxRedirects) throw new OutboundProblem('redirects', url.hostname, true)
      const next = URL.canParse(location, url) ? new URL(location, url) : null
      if (!next || (url.protocol === 'https:' && next.protocol !== 'https:')) {
        throw new OutboundProblem('refused', next?.hostname ?? url.hostname, true)
      }
      if (next.origin !== url.origin) for (const name of NEVER_ABROAD) headers.delete(name)
      if (answer.status === 303 || (answer.status < 303 && method === 'POST')) {
        method = method === 'HEAD' ? 'HEAD' : 'GET'
        body = undefined
        for (const name of ['content-type', 'content-length', 'content-encoding']) headers.delete(name)
      }
      url = next
    }
  }

  async function guardedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const deadline = AbortSignal.timeout(timeoutMs)
    try {
      return await exchange(request, AbortSignal.any([deadline, request.signal]))
    } catch (error) {
      throw asProblem(error, new URL(request.url).hostname, deadline.aborted)
    }
  }
  return {
    fetch: guardedFetch,
    close: async () => void (await Promise.all([guarded.close(), trusted.close()])),
  }
}

// Reads the body under the cap, so that nobody downstream can be made to hold more.
async function capped(answer: Response, maxBytes: number, host: string): Promise<Response> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (answer.body as unknown as AsyncIterable<Uint8Array> | null) ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new OutboundProblem('too_large', host, true)
    chunks.push(chunk)
  }
  const headers = new Headers([...answer.headers])
  headers.delete('content-encoding')
  headers.delete('content-length')
  const empty = [101, 204, 205, 304].includes(answer.status)
  const body = empty ? null : Buffer.concat(chunks)
  return new Response(body, { status: answer.status, statusText: answer.statusText, headers })
}

/** Finds our own problem in a chain of causes: fetch wraps what a lookup or a connect reports. */
export function outboundProblem(error: unknown): OutboundProblem | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ((at as { code?: unknown }).code === 'outbound') return at as OutboundProblem
  }
  return null
}

function asProblem(error: unknown, host: string, timedOut: boolean): OutboundProblem {
  const own = outboundProblem(error)
  if (own) return own
  const codes: string[] = []
  // The fetch standard's own list of ports that speak something else (mail, telnet, ...).
  const badPort = error instanceof Error && (error.cause as Error | undefined)?.message === 'bad port'
  if (badPort) return new OutboundProblem('refused', host, false, error)
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    codes.push(String((at as { code?: unknown }).code ?? at.name))
  }
  if (codes.some((code) => NEVER_REACHED.has(code)))
    return new OutboundProblem('unreachable', host, false, error)
  const timeout = timedOut || codes.some((code) => /TIMEOUT|TimeoutError/.test(code))
  return new OutboundProblem(timeout ? 'timeout' : 'broken', host, true, error)
}
