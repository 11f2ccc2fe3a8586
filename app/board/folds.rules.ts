/** By name, whether it is folded; what nobody has touched is not in it. */
export type Folds = Readonly<Record<string, boolean>>

/** A cookie holds 4096 bytes with its name and path; what was touched longest ago does not go into it. */
const MOST_BYTES = 3000
const SEPARATOR = '\n'
/** Before the name of what was unfolded. */
const OPEN = '!'

/** Folds as a text for a cookie, the last ones that fit. */
export function writeFolds(folds: Folds): string {
  const kept: string[] = []
  let bytes = 0
  for (const [key, shut] of Object.entries(folds).reverse()) {
    const one = shut ? key : `${OPEN}${key}`
    bytes += encodeURIComponent(one + SEPARATOR).length
    if (bytes > MOST_BYTES) break
    kept.push(one)
  }
  return kept.reverse().join(SEPARATOR)
}

/** What `writeFolds` wrote; anything else is somebody's folds of nothing. */
export function readFolds(text: string | null): Folds {
  const pairs = (text ?? '')
    .split(SEPARATOR)
    .filter(Boolean)
    .map((one): [string, boolean] => (one.startsWith(OPEN) ? [one.slice(1), false] : [one, true]))
  return Object.fromEntries(pairs)
}
