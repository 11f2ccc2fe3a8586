import diff from 'fast-diff'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Words and single CJK characters are compared as wholes, so that a diff reads like an edit and not like a riddle. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu
/** Distinct tokens that fit into the private characters used below. */
const MOST_TOKENS = 60_000

/** What of `before` went and what came in `after`, word by word. */
export function textDiff(before: string, after: string): DiffPart[] {
  const known = new Map<string, string>()
  const tokens: string[] = []
  const encode = (text: string): string =>
    (text.match(TOKEN) ?? [])
      .map((token) => {
        const code = known.get(token)
        if (code !== undefined) return code
        // Skips the surrogates, which fast-diff treats as pairs.
        const n = tokens.length + 1
        const made = String.fromCharCode(n < 0xd800 ? n : n + 0x800)
        known.set(token, made)
        tokens.push(token)
        return made
      })
      .join('')
  const [a, b] = [encode(before), encode(after)]
  if (tokens.length > MOST_TOKENS) return [part(-1, before), part(1, after)]
  const decode = (codes: string): string =>
    Array.from(codes, (code) => {
      const n = code.charCodeAt(0)
      return tokens[(n < 0xd800 ? n : n - 0x800) - 1]
    }).join('')
  return diff(a, b).map(([kind, codes]) => part(kind, decode(codes)))
}

const part = (kind: number, text: string): DiffPart => ({
  kind: kind === 0 ? 'same' : kind > 0 ? 'added' : 'removed',
  text,
})
