/** What of a post HQ gives its regions. `text`, `media` and `time` with what single networks have of their own. */
export const BOND_FIELDS = ['title', 'text', 'media', 'time', 'labels'] as const
export type BondField = (typeof BOND_FIELDS)[number]

/** Why a locked send time of HQ's did not come to a region as it is (`skipped`: a minute after it did). */
export const KEPT_REASONS = ['sent', 'late', 'none', 'skipped'] as const
export type KeptReason = (typeof KEPT_REASONS)[number]

/** Where a region stands with one HQ post. */
export const DRIFTS = ['missing', 'same', 'adapted', 'waiting', 'declined', 'sent', 'removed'] as const
export type Drift = (typeof DRIFTS)[number]
