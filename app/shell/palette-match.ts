/**
 * How well a title answers a query, 0 (not at all) to 1. Every word of the query must be in it; the beginning of the
 * title counts most, then the beginning of a word, then the inside of one. Knows no language, so Korean works as well.
 */
export function rankTitle(title: string, query: string): number {
  const text = title.toLocaleLowerCase()
  const words = query.toLocaleLowerCase().trim().split(/\s+/).filter(Boolean)
  const scores = words.map((word) => {
    const at = text.indexOf(word)
    if (at < 0) return 0
    if (at === 0) return 1
    return text.includes(` ${word}`) ? 0.9 : 0.5
  })
  return scores.length ? Math.min(...scores) : 1
}
