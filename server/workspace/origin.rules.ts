const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/

/** Whether an address leads only to the machine it is opened on. */
const isLoopback = (origin: string): boolean => LOOPBACK.test(new URL(origin).hostname)

/** Whether a newly seen address is better than, or at least as good as, the one that is kept. */
export function replacesOrigin(kept: string | null, seen: string): boolean {
  if (!URL.canParse(seen) || kept === seen) return false
  return kept === null || !isLoopback(seen) || isLoopback(kept)
}
