/** What a frame from a viewer becomes: text to forward, nothing to forward, or a protocol error. */
export type Filtered = { forward: string } | 'dropped' | 'malformed'

/**
 * Client message types that change nothing but the sender's own presence, or only read: presence 100, fetch storage
 * 200, fetch shared text 300, fetch feeds 510 and 511. A list of what may pass, not of what may not (201, 301,
 * 512-517, and broadcasts 103: words for everybody come from writers), so that a type added by a later version is
 * dropped, too.
 */
const READS = new Set([100, 200, 300, 510, 511])

const FETCH_TEXT = 300

/**
 * What may pass of a frame, a JSON array of messages or the text "ping": from a viewer no write messages, and from nobody
 * a message over which the embedded server falls.
 */
export function filterFrame(text: string, write: boolean): Filtered {
  if (text === 'ping') return { forward: text }
  let batch: unknown
  try {
    batch = JSON.parse(text)
  } catch {
    return 'malformed'
  }
  if (!Array.isArray(batch)) return 'malformed'
  for (const message of batch as ({ type?: unknown; vector?: unknown } | null)[])
    if (message?.type === FETCH_TEXT && !isStateVector(message.vector)) return 'malformed'
  if (write) return { forward: text }
  const kept = batch.filter((message: { type?: unknown } | null) => READS.has(message?.type as number))
  if (kept.length === 0) return 'dropped'
  return { forward: kept.length === batch.length ? text : JSON.stringify(kept) }
}

/**
 * Whether this says what somebody has of a shared text, as Yjs writes it: how many clients, then of each its number and
 * how far it is. One that ends too early ends the embedded server, and with it everybody's presence.
 */
function isStateVector(vector: unknown): boolean {
  if (vector === '') return true
  if (typeof vector !== 'string' || vector.length % 4 || !/^[0-9A-Za-z+/]+={0,2}$/.test(vector)) return false
  const bytes = Buffer.from(vector, 'base64')
  let at = 0
  /** NaN past the end, or when it is larger than any. */
  const next = (): number => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? Number.NaN
      value += (byte & 127) * scale
      if (Number.isNaN(byte) || value > Number.MAX_SAFE_INTEGER) return Number.NaN
      if (byte < 128) return value
    }
  }
  for (let left = 2 * next(); left !== 0; left--) if (Number.isNaN(left) || Number.isNaN(next())) return false
  return true
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
