import { createHash } from 'node:crypto'

/** The memory of the fake: repositories, the view made from them, and chats. No faults in here. */
export type FakeAccount = { did: string; handle: string; password: string; scope: string }
type PostRecord = {
  text: string
  createdAt: string
  reply?: { root: { uri: string; cid: string }; parent: { uri: string; cid: string } }
  facets?: { features: { did?: string }[] }[]
  embed?: unknown
}
type Post = { uri: string; cid: string; did: string; record: PostRecord; at: number }
type Notice = {
  uri: string
  cid: string
  from: string
  to: string
  reason: string
  subject?: string
  record: object
  at: number
}
type Message = { id: string; convoId: string; from: string; text: string; at: number; rev: string }

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32[(value >> (bits - 5)) & 31]
  }
  return bits ? text + BASE32[(value << (5 - bits)) & 31] : text
}

/** A well-formed content id: CIDv1, raw, sha-256. */
export function cidOf(content: string | Uint8Array): string {
  const digest = createHash('sha256').update(content).digest()
  return `b${base32(Buffer.concat([Buffer.from([1, 0x55, 0x12, 0x20]), digest]))}`
}

export class FakeState {
  readonly accounts: FakeAccount[] = []
  readonly posts = new Map<string, Post>()
  readonly notices: Notice[] = []
  readonly messages: Message[] = []
  readonly likes = new Map<string, Set<string>>()
  readonly blobs = new Map<string, number>()
  #clock = Date.now()

  // Strictly rising, so that order is never a matter of luck.
  tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now())
    return this.#clock
  }

  addAccount(handle: string, scope: string): FakeAccount {
    const did = `did:plc:${base32(createHash('sha256').update(handle).digest()).slice(0, 24)}`
    const account = { did, handle, password: `pass-${handle}`, scope }
    this.accounts.push(account)
    return account
  }

  byDid(did: string): FakeAccount {
    return this.accounts.find((account) => account.did === did) ?? this.addAccount(did, '')
  }

  /** Stores a post under its key, and tells those it concerns. Null when another post is there. */
  put(did: string, rkey: string, record: PostRecord): Post | null {
    const uri = `at://${did}/app.bsky.feed.post/${rkey}`
    const cid = cidOf(JSON.stringify(record))
    const there = this.posts.get(uri)
    if (there) return there.cid === cid ? there : null
    const post = { uri, cid, did, record, at: this.tick() }
    this.posts.set(uri, post)
    const told = new Set([did])
    const tell = (to: string | undefined, reason: string, subject?: string) => {
      if (!to || told.has(to)) return
      told.add(to)
      this.notices.push({ uri, cid, from: did, to, reason, subject, record, at: post.at })
    }
    const authorOf = (of: string | undefined) => of?.split('/')[2]
    tell(authorOf(record.reply?.parent.uri), 'reply', record.reply?.parent.uri)
    tell(authorOf(record.reply?.root.uri), 'reply', record.reply?.root.uri)
    for (const feature of record.facets?.flatMap((facet) => facet.features) ?? [])
      tell(feature.did, 'mention')
    const quoted = (record.embed as { record?: { uri?: string } } | undefined)?.record?.uri
    tell(authorOf(quoted), 'quote', quoted)
    return post
  }

  like(did: string, uri: string): void {
    const post = this.posts.get(uri)
    if (!post) throw new Error(`no post ${uri}`)
    const likes = this.likes.get(uri) ?? new Set()
    this.likes.set(uri, likes.add(did))
    const own = `at://${did}/app.bsky.feed.like/${cidOf(uri).slice(-13)}`
    const record = { subject: uri }
    this.notices.push({
      uri: own,
      cid: cidOf(own),
      from: did,
      to: post.did,
      reason: 'like',
      subject: uri,
      record,
      at: this.tick(),
    })
  }

  message(from: string, convoId: string, text: string): Message {
    const rev = String(this.messages.length + 1).padStart(6, '0')
    const message = { id: `m${rev}`, convoId, from, text, at: this.tick(), rev }
    this.messages.push(message)
    return message
  }

  profile(did: string) {
    return { did, handle: this.byDid(did).handle, displayName: this.byDid(did).handle.split('.')[0] }
  }

  postView(uri: string) {
    const post = this.posts.get(uri)
    if (!post) return null
    const replies = [...this.posts.values()].filter((other) => other.record.reply?.parent.uri === uri)
    return {
      uri,
      cid: post.cid,
      author: this.profile(post.did),
      record: post.record,
      indexedAt: new Date(post.at).toISOString(),
      likeCount: this.likes.get(uri)?.size ?? 0,
      repostCount: 0,
      replyCount: replies.length,
      quoteCount: 0,
    }
  }

  noticeViews(did: string, limit: number, cursor: string | null) {
    const mine = this.notices.filter((notice) => notice.to === did)
    const end = cursor === null ? mine.length : Number(cursor)
    const page = mine.slice(Math.max(0, end - limit), end).reverse()
    return {
      cursor: end > limit ? String(end - limit) : undefined,
      notifications: page.map((notice) => ({
        uri: notice.uri,
        cid: notice.cid,
        author: this.profile(notice.from),
        reason: notice.reason,
        reasonSubject: notice.subject,
        record: notice.record,
        isRead: false,
        indexedAt: new Date(notice.at).toISOString(),
      })),
    }
  }

  messageView(message: Message) {
    return {
      $type: 'chat.bsky.convo.defs#messageView',
      id: message.id,
      rev: message.rev,
      text: message.text,
      sender: { did: message.from },
      sentAt: new Date(message.at).toISOString(),
    }
  }
}
