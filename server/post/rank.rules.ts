import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/**
 * Where a thing stands among its neighbours: a string, compared byte by byte (in PostgreSQL collate "C"), equal ranks by
 * id. Ranks carry 30 random bits, so two people who drop at the same place at once get different ones and neither card
 * jumps when the other arrives.
 */
export type Ranked = { id: string; rank: string }

const BITS = 30

export const byRank = (a: Ranked, b: Ranked): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** A rank between two others; null is the open end. Throws when `before` is not below `after` (see `placeAt`). */
export function rankBetween(before: string | null, after: string | null, random = Math.random): string {
  let low = before
  let high = after
  let rank = generateKeyBetween(low, high)
  // Open ends are closed first, so that jitter does not run away from the neighbours.
  high ??= generateKeyBetween(rank, null)
  low ??= generateKeyBetween(null, rank)
  for (let bit = 0; bit < BITS; bit++) {
    if (random() < 0.5) high = rank
    else low = rank
    rank = generateKeyBetween(low, high)
  }
  return rank
}

/**
 * The ranks to write so that `id` stands at `index` of the list (without it). Usually only its own; neighbours whose
 * ranks are equal, as after an import, are spread out with it.
 */
export function placeAt(list: readonly Ranked[], id: string, index: number, random = Math.random): Ranked[] {
  const rest = [...list].sort(byRank).filter((other) => other.id !== id)
  const at = Math.max(0, Math.min(index, rest.length))
  const before = rest[at - 1]?.rank ?? null
  let ties = 0
  while (before !== null && at + ties < rest.length && rest[at + ties]!.rank <= before) ties++
  const after = rest[at + ties]?.rank ?? null
  const mine = { id, rank: rankBetween(before, after, random) }
  if (ties === 0) return [mine]
  const spread = generateNKeysBetween(mine.rank, after, ties)
  return [mine, ...spread.map((rank, i) => ({ id: rest[at + i]!.id, rank }))]
}

/** Ranks for a whole new list, in order. */
export const ranksFor = (count: number): string[] => generateNKeysBetween(null, null, count)

/**
 * A rank is written up to so long; the neighbours of a longer one are spread out. Half of what may be asked for, so that
 * a rank between two written ones always may.
 */
export const LONGEST_RANK = 100

/** So many whole steps past either end may be asked for: by who saw cards there that others have taken away since. */
const REACH = 100

/** A rank that was asked for, kept near what is there (`first` to `last`; null: nothing), so that nobody uses the ends up. */
export function withinReach(
  wanted: string,
  first: string | null,
  last: string | null,
  random = Math.random,
): string {
  if (first === null || last === null) {
    const middle = generateNKeysBetween(null, null, 1)[0] ?? wanted
    return withinReach(wanted, middle, middle, random)
  }
  if (wanted > last && wanted > (generateNKeysBetween(last, null, REACH).at(-1) ?? last))
    return rankBetween(last, null, random)
  if (wanted < first && wanted < (generateNKeysBetween(null, first, REACH)[0] ?? first))
    return rankBetween(null, first, random)
  return wanted
}

/** So many in order between two others, the first by chance as `rankBetween` does; null is the open end. */
export function ranksBetween(
  before: string | null,
  after: string | null,
  count: number,
  random = Math.random,
): string[] {
  const first = rankBetween(before, after, random)
  return [first, ...generateNKeysBetween(first, after, count - 1)]
}

/** New ranks for neighbours in order, between two others; null when that leaves no short ones: take more of them. */
export function spreadBetween(low: string | null, high: string | null, count: number): string[] | null {
  if (low !== null && high !== null && low >= high) return null
  const ranks = generateNKeysBetween(low, high, count)
  return ranks.some((rank) => rank.length > LONGEST_RANK / 4) ? null : ranks
}

/**
 * The ranks to write so that `id` stands in a short list where `wanted` says: usually only its own, brought near what is
 * there when it is far past the ends. Where no short one is left, the whole list is spread out.
 */
export function rankAmong(
  list: readonly Ranked[],
  id: string,
  wanted: string,
  random = Math.random,
): Ranked[] {
  const rest = [...list].sort(byRank).filter((other) => other.id !== id)
  const rank = withinReach(wanted, rest[0]?.rank ?? null, rest.at(-1)?.rank ?? null, random)
  if (rank.length <= LONGEST_RANK) return [{ id, rank }]
  const order = [...rest, { id, rank }].sort(byRank)
  return ranksFor(order.length).map((rank, at) => ({ id: order[at]!.id, rank }))
}

/** Of what `rankAmong` gives: the rank of the one that was placed, and those that gave way to it. */
export const rankOf = (places: readonly Ranked[], id: string): string =>
  places.find((one) => one.id === id)!.rank
export const others = (places: readonly Ranked[], id: string): Ranked[] =>
  places.filter((one) => one.id !== id)

/** Whether a string from outside can be a rank: short enough, and one that others can be put around. */
export function isRank(rank: string): boolean {
  // Other signs may pass by themselves, but whoever drops a card beside one could find no place.
  if (!/^[0-9A-Za-z]{2,200}$/.test(rank)) return false
  try {
    return generateKeyBetween(rank, null) > rank
  } catch {
    return false
  }
}
