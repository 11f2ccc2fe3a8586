import type { Card } from '#server/post/card.rules.ts'

/** Cards by ids or by words of their title, from the canvas's own address. Throws when they cannot be read. */
export async function readCards(
  address: string,
  asked: { ids: readonly string[] } | { words: string },
): Promise<Card[]> {
  const query =
    'ids' in asked
      ? `ids=${asked.ids.map(encodeURIComponent).join(',')}`
      : `words=${encodeURIComponent(asked.words)}`
  const response = await fetch(`${address}?${query}`, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return ((await response.json()) as { cards: Card[] }).cards
}
