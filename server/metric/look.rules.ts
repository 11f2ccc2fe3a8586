const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How often a post is counted, by its age; past the last it no longer is. */
const LOOKS: readonly { under: number; every: number }[] = [
  { under: HOUR, every: MINUTE },
  { under: 6 * HOUR, every: 5 * MINUTE },
  { under: DAY, every: 15 * MINUTE },
  { under: 7 * DAY, every: HOUR },
  { under: 30 * DAY, every: 6 * HOUR },
  { under: 90 * DAY, every: DAY },
]

/** Posts older than this are no longer counted, ms. */
export const COUNTED_FOR = 90 * DAY
/** How often a channel's own figures are asked for, ms. */
export const CHANNEL_EVERY = HOUR

/** When a post sent at `sentAt` is counted next after `now`, epoch ms; null once it is too old. */
export function nextLook(sentAt: number, now: number): number | null {
  const step = LOOKS.find(({ under }) => now - sentAt < under)
  return step ? now + step.every : null
}
