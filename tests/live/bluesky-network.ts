import { inject } from 'vitest'

/** What the network does at a post that is put on it; see network/net.mjs. */
export type Strike = 'lost' | 'cut' | 'silent'

export interface StoredPost {
  uri: string
  text: string
  reply: { root: { uri: string }; parent: { uri: string } } | null
}

export interface BlueskyNetwork {
  /** The personal data server: where accounts live. */
  url: string
  /** Makes an account and an app password. */
  join(handle: string, options?: { privileged?: boolean }): Promise<{ did: string; appPassword: string }>
  /** Takes an account's app password away, as its owner would. */
  revoke(handle: string): Promise<void>
  /** Makes another app password. */
  renew(handle: string): Promise<string>
  /** Every post in an account's repository, the oldest first: what is really there, whatever a view shows. */
  stored(handle: string): Promise<StoredPost[]>
  /** Until everything posted so far can be seen. */
  settle(): Promise<void>
  /** The data server refuses every connection, until it is up again with all that it had. */
  down(): Promise<void>
  up(): Promise<void>
  /** Something happens at the put-th post from now on. Gives when it has. */
  strike(put: number, how: Strike): Promise<{ struck: Promise<void> }>
}

async function post<T>(url: string, body: object, token?: string): Promise<T> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`)
  return (text ? JSON.parse(text) : null) as T
}

/** The Bluesky network of this run: the first to ask waits until it has started. */
export async function blueskyNetwork(): Promise<BlueskyNetwork> {
  const control = inject('blueskyControl')
  const ask = async (act: object) => void (await post(control, act))
  const { url } = await post<{ url: string }>(control, {})
  const call = <T>(method: string, body: object, token?: string) =>
    post<T>(`${url}/xrpc/com.atproto.server.${method}`, body, token)
  const signIn = async (handle: string) => {
    const main = { identifier: handle, password: `main-${handle}` }
    return (await call<{ accessJwt: string }>('createSession', main)).accessJwt
  }
  return {
    url,
    settle: () => ask({ do: 'settle' }),
    down: () => ask({ do: 'down' }),
    up: () => ask({ do: 'up' }),
    async strike(put, how) {
      await ask({ do: 'strike', put, how })
      return { struck: ask({ do: 'struck' }) }
    },
    async revoke(handle) {
      await call('revokeAppPassword', { name: 'hubbub' }, await signIn(handle))
    },
    async renew(handle) {
      const made = { name: `hubbub ${Date.now()}` }
      return (await call<{ password: string }>('createAppPassword', made, await signIn(handle))).password
    },
    async stored(handle) {
      const posts: StoredPost[] = []
      for (let cursor = ''; ; ) {
        const query = new URLSearchParams({ repo: handle, collection: 'app.bsky.feed.post', limit: '100' })
        if (cursor) query.set('cursor', cursor)
        const response = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`)
        const page = (await response.json()) as {
          cursor?: string
          records: { uri: string; value: { text: string; reply?: StoredPost['reply'] } }[]
        }
        for (const { uri, value } of page.records)
          posts.push({ uri, text: value.text, reply: value.reply ?? null })
        if (!page.cursor || !page.records.length) return posts.reverse()
        cursor = page.cursor
      }
    },
    async join(handle, { privileged = false } = {}) {
      const password = `main-${handle}`
      const account = { handle, email: `${handle}@example.com`, password }
      const { did, accessJwt } = await call<{ did: string; accessJwt: string }>('createAccount', account)
      const wanted = { name: 'hubbub', privileged }
      const made = await call<{ password: string }>('createAppPassword', wanted, accessJwt)
      return { did, appPassword: made.password }
    },
  }
}
