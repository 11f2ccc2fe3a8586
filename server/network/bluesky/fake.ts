import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { countGraphemes } from '../measure.rules.ts'
import { cidOf, type FakeAccount, FakeState } from './fake-state.ts'
import { mintTid } from './tid.ts'

/** What the next call of a method meets. `accepted` does the work first: the answer is what is lost. */
export type Fault = {
  status?: number
  error?: string
  headers?: Record<string, string>
  /** Sent as it is, as JSON, instead of an error. */
  body?: string
  hang?: boolean
  accepted?: boolean
}

/** A small server of the AT Protocol that remembers, for the tests: what it answers is what the real one answered. */
export type BlueskyFake = {
  url: string
  state: FakeState
  /** Calls so far, by method. */
  calls: Map<string, number>
  /** Lets the next call of a method go wrong; several wait in line. */
  fail(method: string, fault: Fault): void
  /** Forgets the faults that nobody has met. */
  clear(): void
  /** Ends all access tokens, as time does. */
  expireTokens(): void
  /** Ends all tokens and the password, as their owner does. */
  revoke(account: FakeAccount): void
  close(): Promise<void>
}

class Refusal extends Error {
  readonly status: number
  readonly error: string
  constructor(status: number, error: string) {
    super(error)
    this.status = status
    this.error = error
  }
}

type Call = {
  query: URLSearchParams
  json: Record<string, unknown>
  raw: Buffer
  type: string
  token: string
}
type Method = (call: Call) => object

export async function startBlueskyFake(): Promise<BlueskyFake> {
  const state = new FakeState()
  const calls = new Map<string, number>()
  const faults = new Map<string, Fault[]>()
  const tokens = new Map<string, { did: string; kind: 'access' | 'refresh' }>()
  let minted = 0

  function session(account: FakeAccount): object {
    const token = (kind: 'access' | 'refresh') => {
      const payload = JSON.stringify({ scope: account.scope, sub: account.did, jti: ++minted })
      const jwt = `e30.${Buffer.from(payload).toString('base64url')}.${kind}`
      tokens.set(jwt, { did: account.did, kind })
      return jwt
    }
    return {
      did: account.did,
      handle: account.handle,
      accessJwt: token('access'),
      refreshJwt: token('refresh'),
    }
  }
  function who(token: string, kind: 'access' | 'refresh' = 'access'): FakeAccount {
    const known = tokens.get(token)
    if (known?.kind !== kind) throw new Refusal(400, token ? 'ExpiredToken' : 'AuthMissing')
    return state.byDid(known.did)
  }
  function checkRecord(record: {
    text?: unknown
    embed?: { images?: { image: { ref: { $link: string } } }[] }
  }) {
    if (typeof record.text !== 'string' || countGraphemes(record.text) > 300) {
      throw new Refusal(400, 'InvalidRequest')
    }
    for (const { image } of record.embed?.images ?? []) {
      const size = state.blobs.get(image.ref.$link)
      if (size === undefined || size > 1_000_000) throw new Refusal(400, 'BlobTooLarge')
    }
  }

  const methods: Record<string, Method> = {
    'com.atproto.server.createSession': ({ json }) => {
      const account = state.accounts.find(
        ({ did, handle }) => did === json.identifier || handle === json.identifier,
      )
      if (!account || account.password !== json.password) throw new Refusal(401, 'AuthenticationRequired')
      return session(account)
    },
    'com.atproto.server.refreshSession': ({ token }) => {
      const account = who(token, 'refresh')
      tokens.delete(token)
      return session(account)
    },
    'com.atproto.server.deleteSession': ({ token }) => {
      tokens.delete(token)
      return {}
    },
    'com.atproto.server.getSession': ({ token }) => {
      const { did, handle } = who(token)
      return { did, handle }
    },
    'com.atproto.identity.resolveHandle': ({ query }) => {
      const account = state.accounts.find(({ handle }) => handle === query.get('handle'))
      if (!account) throw new Refusal(400, 'InvalidRequest')
      return { did: account.did }
    },
    'com.atproto.repo.uploadBlob': ({ raw, type, token }) => {
      who(token)
      if (raw.byteLength > 5_000_000) throw new Refusal(413, 'PayloadTooLarge')
      const cid = cidOf(raw)
      state.blobs.set(cid, raw.byteLength)
      return { blob: { $type: 'blob', ref: { $link: cid }, mimeType: type, size: raw.byteLength } }
    },
    'com.atproto.repo.putRecord': ({ json, token }) => {
      const { did } = who(token)
      const record = json.record as Parameters<FakeState['put']>[2]
      checkRecord(record as Parameters<typeof checkRecord>[0])
      const post = state.put(did, String(json.rkey), record)
      if (!post) throw new Refusal(400, 'InvalidSwap')
      return { uri: post.uri, cid: post.cid }
    },
    'com.atproto.repo.getRecord': ({ query }) => {
      const uri = `at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`
      const post = state.posts.get(uri)
      if (!post) throw new Refusal(400, 'RecordNotFound')
      return { uri, cid: post.cid, value: post.record }
    },
    'app.bsky.notification.listNotifications': ({ query, token }) =>
      state.noticeViews(who(token).did, Number(query.get('limit')), query.get('cursor')),
    'app.bsky.feed.getPosts': ({ query }) => ({
      posts: query.getAll('uris').flatMap((uri) => state.postView(uri) ?? []),
    }),
    'app.bsky.actor.getProfile': ({ query }) => ({
      ...state.profile(query.get('actor') ?? ''),
      followersCount: 3,
      postsCount: state.posts.size,
    }),
    'chat.bsky.convo.getLog': ({ query, token }) => {
      who(token)
      const cursor = query.get('cursor')
      const later = cursor === null ? [] : state.messages.filter(({ rev }) => rev > cursor)
      const logs = later.map((message) => ({
        $type: 'chat.bsky.convo.defs#logCreateMessage',
        rev: message.rev,
        convoId: message.convoId,
        message: state.messageView(message),
        relatedProfiles: [state.profile(message.from)],
      }))
      return { cursor: state.messages.at(-1)?.rev ?? '000000', logs }
    },
    'chat.bsky.convo.sendMessage': ({ json, token }) => {
      const { text } = json.message as { text: string }
      return state.messageView(state.message(who(token).did, String(json.convoId), text))
    },
    'chat.bsky.convo.getMessages': ({ query }) => ({
      messages: state.messages
        .filter(({ convoId }) => convoId === query.get('convoId'))
        .reverse()
        .map((message) => state.messageView(message)),
    }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake')
    const name = url.pathname.replace('/xrpc/', '')
    calls.set(name, (calls.get(name) ?? 0) + 1)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const type = request.headers['content-type'] ?? ''
    const json = type.includes('json') && raw.length ? JSON.parse(raw.toString()) : {}
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    const send = (status: number, body: string, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    const fault = faults.get(name)?.shift()
    const method = methods[name]
    const isChat = name.startsWith('chat.')
    if (!method || isChat !== Boolean(request.headers['atproto-proxy'])) {
      return void send(501, '{"error":"MethodNotImplemented"}')
    }
    try {
      if (fault && !fault.accepted) return fail(fault)
      const body = method({ query: url.searchParams, json, raw, type, token })
      if (fault) return fail(fault)
      send(200, JSON.stringify(body))
    } catch (error) {
      const { status = 500, error: code = 'InternalServerError' } = error as Partial<Refusal>
      send(status, JSON.stringify({ error: code, message: code }))
    }
    function fail({ hang, status = 500, error = 'InternalServerError', headers, body }: Fault): void {
      if (hang) return
      send(body ? 200 : status, body ?? JSON.stringify({ error, message: error }), headers)
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endTokens = (of: (token: { did: string; kind: string }) => boolean) => {
    for (const [jwt, token] of tokens) if (of(token)) tokens.delete(jwt)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    calls,
    fail: (method, fault) => void faults.set(method, [...(faults.get(method) ?? []), fault]),
    clear: () => faults.clear(),
    expireTokens: () => endTokens(({ kind }) => kind === 'access'),
    revoke(account) {
      endTokens(({ did }) => did === account.did)
      account.password = mintTid(Date.now())
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
