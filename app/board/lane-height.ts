import type { Card } from '#server/post/card.rules.ts'
import { hasFacts } from './card.tsx'

const GAP = 8
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
