/** The networks Hubbub knows, in the order they are offered. */
export const NETWORK_IDS = [
  'bluesky',
  'email',
  'mastodon',
  'x',
  'facebook',
  'instagram',
  'threads',
  'youtube',
  'linkedin',
  'tiktok',
  'pinterest',
  'google-business',
  'practice',
] as const

export type NetworkId = (typeof NETWORK_IDS)[number]

/**
 * How far a connector has been proved. `live`: run against the real software of the network; `contract`: only
 * against our own fake; `planned`: counters and previews work, connecting does not yet.
 */
export type Proof = 'live' | 'contract' | 'planned'

/** What the screens show of a network. Names are proper nouns and stay as they are in every language. */
export type NetworkFacts = {
  label: string
  proof: Proof
  practice?: true
  /** What it counts of a post, as far as every account is told it; more may come with an account. */
  counts?: readonly ('impressions' | 'likes' | 'comments' | 'shares' | 'saves' | 'clicks')[]
}

export const NETWORKS: Readonly<Record<NetworkId, NetworkFacts>> = {
  bluesky: { label: 'Bluesky', proof: 'live', counts: ['likes', 'comments', 'shares'] },
  email: { label: 'E-mail', proof: 'planned' },
  mastodon: { label: 'Mastodon', proof: 'planned' },
  x: { label: 'X', proof: 'planned' },
  facebook: { label: 'Facebook', proof: 'planned' },
  instagram: { label: 'Instagram', proof: 'planned' },
  threads: { label: 'Threads', proof: 'planned' },
  youtube: { label: 'YouTube', proof: 'planned' },
  linkedin: { label: 'LinkedIn', proof: 'planned' },
  tiktok: { label: 'TikTok', proof: 'planned' },
  pinterest: { label: 'Pinterest', proof: 'planned' },
  'google-business': { label: 'Google Business', proof: 'planned' },
  practice: { label: 'Practice', proof: 'live', practice: true, counts: ['likes', 'comments'] },
}

/** The closed set of what can go wrong at a network. Each names its remedy. */
export const NETWORK_PROBLEM_KINDS = [
  /** A person must connect the channel again. */
  'authExpired',
  /** The account may not do this; connecting again does not help. */
  'forbidden',
  /** Wait until `retryAt`. */
  'rateLimited',
  /** The network refused the content or the request; change it. */
  'rejected',
  /** Nothing was done; try again. */
  'transient',
  /** It may or may not have been done: reconcile, never just repeat. */
  'ambiguous',
] as const

export type NetworkProblemKind = (typeof NETWORK_PROBLEM_KINDS)[number]
