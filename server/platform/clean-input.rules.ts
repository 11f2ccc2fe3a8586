/** A text that every database keeps: no NUL and no half of a character, both of which PostgreSQL refuses. */
export const cleanText = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()

const DEEPEST = 64

/** Untrusted JSON with every text in it cleaned. What is nested deeper than any input of ours is left out. */
export function cleanInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((item) => cleanInput(item, depth + 1))
  const kind = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanInput(item, depth + 1)]))
}
