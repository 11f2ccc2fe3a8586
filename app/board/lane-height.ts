import type { Card } from '#server/post/card.rules.ts'
import { hasFacts } from './has-facts.ts'

/** Between two cards of a list, px. */
export const GAP = 8
/** The cards that fill this height, px, come with the page, the others when it lives. */
export const SCREEN = 900
/** A cell without cards, and what stands around those of one, px. */
const EMPTY = 64
const AROUND = 24

/** About what a card measures before it is measured, px. */
export const usual = (card: Card | undefined): number =>
  card?.cover ? 250 : card && hasFacts(card) ? 92 : 44

/** About how high a lane is before it is drawn, px: as its fullest cell. */
export function estimate(
  cells: readonly (readonly string[])[],
  card: (id: string) => Card | undefined,
): number {
  const heights = cells.map((ids) => ids.reduce((sum, id) => sum + usual(card(id)) + GAP, AROUND))
  return Math.max(EMPTY, ...heights)
}

/** So many cards of a list are looked at for its height before the page lives; thousands would hold it up. */
const SAMPLE = 200

/**
 * How many cards from the top of a list fill a screen, and what the others below them measure, px: in a long list as
 * much on average as the first of them.
 */
export function screenful(
  ids: readonly string[],
  card: (id: string) => Card | undefined,
): { to: number; below: number } {
  let [to, filled, below] = [0, 0, 0]
  for (const id of ids.slice(0, SAMPLE)) {
    const height = usual(card(id)) + GAP
    if (filled >= SCREEN) below += height
    else {
      to++
      filled += height
    }
  }
  const looked = Math.min(ids.length, SAMPLE) - to
  return { to, below: looked > 0 ? Math.round((below * (ids.length - to)) / looked) : below }
}
