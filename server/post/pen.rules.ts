/** Without a sign of life for this long, the pen is free for the next. Milliseconds. */
export const PEN_LEASE_MS = 20_000
/** How often a writer who is still there says so, besides saving. Milliseconds. */
export const PEN_BEAT_MS = 7_000

export interface Pen {
  memberId: string | null
  /** Epoch milliseconds until which it is held without a further sign of life. */
  until: number | null
}

/** Who holds the pen now: nobody once the lease has run out. */
export const holderOf = (pen: Pen, now: number): string | null =>
  pen.memberId !== null && (pen.until ?? 0) > now ? pen.memberId : null

/** May this member write: the pen is theirs, or nobody's. */
export function mayTakePen(pen: Pen, memberId: string, now: number): boolean {
  const holder = holderOf(pen, now)
  return holder === null || holder === memberId
}
