import type { App } from '../app.ts'
import type { Tx } from '../core/transact.ts'
import type { MetricName } from '../metric/metric.rules.ts'
import type { Issue, NetworkDraft } from './draft.rules.ts'
import type { Limits } from './limits.rules.ts'
import type { NetworkId } from './network.rules.ts'

/**
 * What every network looks like to the rest of the product. Everything that is stored between two calls (account,
 * secret, prepared, sent, cursor, reply target) is plain JSON. Every method rejects with NetworkProblem only.
 */
export type Connector = {
  readonly network: NetworkId
  readonly auth: Auth
  /** What this account can do now. Cache it for a day; ask again after connecting. */
  capabilities(io: Io): Promise<Capabilities>
  /** Pure: what the network would refuse or what is worth a look. */
  validate(draft: NetworkDraft, limits?: Limits): Issue[]
  /**
   * Pure but for fresh keys: mints what makes sending repeatable. Store the result before publishing, and never
   * prepare the same delivery twice.
   */
  prepare(draft: NetworkDraft, options: { at: number; replyTo?: ReplyTarget }): Prepared
  /** Sends one part. `sent` are the earlier parts' results, in order. Repeating a part that arrived returns it. */
  publish(prepared: Prepared, part: number, sent: readonly Sent[], io: Io): Promise<Sent>
  /** After a crash or an `ambiguous`: where each part stands, without sending anything. */
  reconcile(prepared: Prepared, io: Io): Promise<Standing[]>
  /**
   * The next page of what came in. Pages overlap: keep what is new by (account, remote id), and store page and
   * cursor in one transaction. `null` starts; go on at once while `more`.
   */
  ingest(cursor: string | null, io: Io): Promise<InboundPage>
  /** Counts now, for those of the ids that still exist. Any number of ids. */
  metrics(ids: readonly string[], io: Io): Promise<Counts[]>
  /** The account itself now. */
  profile(io: Io): Promise<Profile>
}

/** What a connector may touch. The caller decides what stands behind it. */
export type Io = {
  /** The house itself, where the built-in network lives; no other has business there. */
  app?: App
  workspaceId: string
  account: Account
  secrets: SecretStore
  /** The guarded fetch. */
  fetch: typeof globalThis.fetch
  /** Epoch milliseconds. */
  now(): number
  /** The bytes of a draft's media, by its id. */
  media(id: string): Promise<Uint8Array>
  signal?: AbortSignal
}

/** A connected profile. `options` are not secret: a server address, say. */
export type Account = {
  remoteId: string
  handle: string
  options: Readonly<Record<string, string>>
}

/** Everything secret of an account: stored encrypted, never logged, never in an error. */
export type Secret = Readonly<Record<string, string>>

/** Where the secret of one account lives. */
export type SecretStore = {
  read(): Promise<Secret>
  /**
   * Replaces the secret, one at a time per account over all processes (a row lock). `change` gets the newest: when
   * somebody else has just renewed it, return it unchanged.
   */
  renew(change: (current: Secret) => Promise<Secret>): Promise<Secret>
}

/** A field of the connect dialog. Labels are messages under `network.field.<name>`. */
export type AuthField = {
  name: string
  type: 'text' | 'url' | 'password'
  required: boolean
  initial?: string
  example?: string
}
export type AuthInput = Readonly<Record<string, string>>
/** What connecting may touch: there is no account yet. */
export type AuthIo = Pick<Io, 'app' | 'workspaceId' | 'fetch' | 'now' | 'signal'>
export type Connected = { account: Account; secret: Secret; profile: Profile }

/** How an account is connected. The dialog is drawn from `fields`. */
export type Auth = {
  fields: readonly AuthField[]
  /** Where the person must go first, with what to keep until they return; absent when a form is enough. */
  begin?(input: AuthInput, returnTo: string, io: AuthIo): Promise<{ url: string; pending: Secret }>
  /** `input` is the form, or the query a person came back with. */
  complete(input: AuthInput, pending: Secret | null, io: AuthIo): Promise<Connected>
  /**
   * For a network inside the house: makes the account that `complete` found, in the transaction that connects the
   * channel. May find it made meanwhile and give that one.
   */
  settle?(tx: Tx, found: Connected): Promise<Connected>
  /** Renews before it runs out; absent when calls renew by themselves. */
  refresh?(io: Io): Promise<void>
  /** Ends the access at the network, as far as it can. Never rejects because it had ended already. */
  revoke(io: Io): Promise<void>
}

/** Why a channel cannot do what its network can. */
export const LACKS = ['appPasswordScope', 'serviceUnreachable'] as const

export type Capabilities = {
  limits: Limits
  threads: boolean
  /** Replying to what came in. */
  replies: boolean
  /** Direct messages, or why not: a reason with a text under `network.without.<reason>`. */
  direct: true | { without: (typeof LACKS)[number] }
  metrics: readonly PostMetric[]
}

/** The product's own measures of a post. What a network calls otherwise is counted under the nearest of them. */
export type PostMetric = Extract<
  MetricName,
  'impressions' | 'reach' | 'likes' | 'comments' | 'shares' | 'saves' | 'clicks' | 'video_views'
>

/** A reply's address at the network. Only its connector reads it. */
export type ReplyTarget = { kind: 'public' | 'direct'; [key: string]: string }

/** One send, with all that makes it repeatable. `key` is the network's own: a record key, a Message-ID. */
export type Prepared = {
  network: NetworkId
  /** Epoch milliseconds, fixed: part of what is sent. */
  createdAt: number
  draft: NetworkDraft
  parts: readonly { key: string; createdAt: number }[]
  replyTo: ReplyTarget | null
  /** Whether the keys keep a second publish from doubling: then an ambiguous part that is absent may be repeated. */
  repeatable: boolean
}

/** A part that arrived. `ref` is what a later part needs to follow it. */
export type Sent = { remoteId: string; url: string | null; ref: Readonly<Record<string, string>> }
export type Standing = { state: 'sent'; sent: Sent } | { state: 'absent' } | { state: 'unknown' }

export type Person = { remoteId: string; handle: string; name: string; avatarUrl: string | null }
export type Profile = Person & { url: string | null; followers: number | null; posts: number | null }

/** Something somebody else said to us. */
export type Inbound = {
  remoteId: string
  kind: 'reply' | 'mention' | 'quote' | 'direct'
  author: Person
  /** Untrusted plain text. */
  text: string
  /** Epoch milliseconds, as the network says. */
  at: number
  url: string | null
  /** What holds a conversation together at the network: the first post of a thread, a chat. */
  threadId: string
  /** The remote id it answers, when it answers one. */
  parentId: string | null
  /** Language tags the author gave. */
  languages: readonly string[]
  images: readonly { url: string; alt: string }[]
  replyTo: ReplyTarget
}

/** Totals of one published part at `at` (epoch milliseconds); what a network does not tell is absent. */
export type Counts = { remoteId: string; at: number; values: { [metric in PostMetric]?: number } }

export type InboundPage = { items: Inbound[]; counts: Counts[]; cursor: string; more: boolean }
