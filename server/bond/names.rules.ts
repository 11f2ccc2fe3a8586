/** What of a post HQ gives its regions. `text` and `media` with what single networks have of their own. */
export const BOND_FIELDS = ['title', 'text', 'media', 'time', 'labels'] as const
export type BondField = (typeof BOND_FIELDS)[number]

/** Where a region stands with one HQ post. */
export const DRIFTS = ['missing', 'same', 'adapted', 'waiting', 'declined', 'sent', 'removed'] as const
export type Drift = (typeof DRIFTS)[number]
