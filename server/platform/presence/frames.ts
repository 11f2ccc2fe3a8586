/** What a frame from a viewer becomes: text to forward, nothing to forward, or a protocol error. */
export type Filtered = { forward: string } | 'dropped' | 'malformed'

/**
 * Client message types that change nothing but the sender's own presence, or only read: presence 100, fetch storage
 * 200, fetch shared text 300, fetch feeds 510 and 511. A list of what may pass, not of what may not (201, 301,
 * 512-517, and broadcasts 103: words for everybody come from writers), so that a type added by a later version is
 * dropped, too.
 */
const READS = new Set([100, 200, 300, 510, 511])

/** Removes the write messages from a viewer's frame: a JSON array of messages, or the text "ping". */
export function filterViewerFrame(text: string): Filtered {
  if (text === 'ping') return { forward: text }
  let batch: unknown
  try {
    batch = JSON.parse(text)
  } catch {
    return 'malformed'
  }
  if (!Array.isArray(batch)) return 'malformed'
  const kept = batch.filter((message: { type?: unknown } | null) => READS.has(message?.type as number))
  if (kept.length === 0) return 'dropped'
  return { forward: kept.length === batch.length ? text : JSON.stringify(kept) }
}

const QUOTE = 0x22
const ESCAPE = 0x5c

/**
 * Whether JSON is nested deeper than `most`: the embedded server falls over what is nested some ten thousand times,
 * and with it everybody's presence. Ours is not nested ten times.
 */
export function nestedDeeper(json: Buffer, most: number): boolean {
  if (json.length <= most) return false
  let depth = 0
  let quoted = false
  for (let i = 0; i < json.length; i++) {
    const sign = json[i] ?? 0
    if (quoted) {
      if (sign === ESCAPE) i++
      else if (sign === QUOTE) quoted = false
    } else if (sign === QUOTE) quoted = true
    else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > most) return true
    } else if (sign === 0x5d || sign === 0x7d) depth--
  }
  return false
}

/**
 * A token bucket: `take()` is false when more than `perSecond` (after a burst of twice as many) went through. What goes
 * through may be counted in messages or in bytes.
 */
export function rateLimit(perSecond: number, now: () => number = () => performance.now()) {
  let left = perSecond * 2
  let last = now()
  return {
    take(many = 1): boolean {
      const time = now()
      left = Math.min(perSecond * 2, left + ((time - last) / 1000) * perSecond)
      last = time
      if (left < many) return false
      left -= many
      return true
    },
  }
}
