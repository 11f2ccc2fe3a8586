/**
 * Why a snapshot was made: by the clock, by somebody, as the present before an older one was brought back, or as what
 * was brought back.
 */
export const SNAPSHOT_REASONS = ['auto', 'manual', 'before', 'restored'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** How often a canvas that is being changed is kept, ms: what can be lost at most. */
export const KEEP_EVERY_MS = 10_000

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Within an age, one snapshot of the clock's stays per so much time. Older than the last, none does. */
const STEPS = [
  { until: 10 * MINUTE, every: MINUTE },
  { until: 2 * HOUR, every: 10 * MINUTE },
  { until: 2 * DAY, every: HOUR },
  { until: 30 * DAY, every: DAY },
] as const

/** Of those that people asked for, the newest so many stay. */
const MOST_MEANT = 50

interface Kept {
  id: string
  reason: SnapshotReason
  /** Epoch ms. */
  createdAt: number
}

/**
 * The snapshots that may go, of one canvas. The newest always stays; of the clock's, ever fewer the older they are; of
 * those made on purpose the newest fifty.
 */
export function toThin(snapshots: readonly Kept[], now: number): string[] {
  const newestFirst = snapshots.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
  const slots = new Set<string>()
  const gone: string[] = []
  let meant = 0
  for (const [index, { id, reason, createdAt }] of newestFirst.entries()) {
    if (index === 0) continue
    if (reason !== 'auto') {
      if (++meant > MOST_MEANT) gone.push(id)
      continue
    }
    const step = STEPS.find(({ until }) => now - createdAt < until)
    const slot = step && `${step.every} ${Math.floor(createdAt / step.every)}`
    if (!slot || slots.has(slot)) gone.push(id)
    else slots.add(slot)
  }
  return gone
}
