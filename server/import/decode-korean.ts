/** What stands where there is no character. */
const NONE = 0xfffd

/** Second bytes that can stand in the gaps of EUC-KR's table; where EUC-KR has the rest, only the first 84 of them. */
const GAPS = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x81, 0xfe],
].flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, n) => first + n))
const SHARED_GAPS = 84

const between = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

/**
 * Code page 949 by its two bytes: EUC-KR, and in its gaps the syllables that it lacks, in their order. The web's decoder of
 * that name knows them; Node's knows EUC-KR alone.
 */
function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const decoder = new TextDecoder('euc-kr')
  const known = new Set<number>()
  for (const lead of between(0xa1, 0xfe))
    for (const trail of between(0xa1, 0xfe)) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      const code = text.length === 1 ? text.charCodeAt(0) : NONE
      if (code === NONE) continue
      table[(lead << 8) | trail] = code
      known.add(code)
    }
  const missing = between(0xac00, 0xd7a3).filter((code) => !known.has(code))
  let next = 0
  for (const lead of between(0x81, 0xc6))
    for (const trail of lead < 0xa1 ? GAPS : GAPS.slice(0, SHARED_GAPS))
      table[(lead << 8) | trail] = missing[next++] ?? 0
  return table
}

let table: Uint16Array | undefined

/** Korean text as Windows saves it; 똠얌꿍 too, which EUC-KR cannot write. `fatal`: throws where there is no character. */
export function decodeKorean(bytes: Uint8Array, { fatal = false } = {}): string {
  table ??= makeTable()
  const codes = new Uint16Array(bytes.length)
  let count = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      codes[count++] = lead
      continue
    }
    const trail = bytes[at + 1] ?? 0
    const code = table[(lead << 8) | trail] || NONE
    if (code === NONE && fatal) throw new TypeError('no Korean text')
    codes[count++] = code
    // A byte of ASCII behind a torn character is one of its own.
    if (code !== NONE || trail >= 0x80) at++
  }
  return Buffer.from(codes.buffer, 0, count * 2).toString('utf16le')
}
