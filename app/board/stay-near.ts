import type { Board } from './board-context.tsx'
import { focusCard } from './scroll-to-card.ts'

/** The card beside some that leave: the next one of the first one's group, or the one before it. */
export function beside(
  groups: Readonly<Record<string, readonly string[]>>,
  ids: readonly string[],
): { id: string; group: string } | null {
  const leave = new Set(ids)
  const [group, list = []] = Object.entries(groups).find(([, list]) => list.includes(ids[0] ?? '')) ?? []
  if (group === undefined) return null
  const at = list.indexOf(ids[0] ?? '')
  const stays = (id: string) => !leave.has(id)
  const id = list.slice(at).find(stays) ?? list.slice(0, at).findLast(stays)
  return id === undefined ? null : { id, group }
}

/**
 * Called before cards leave the board; what it gives is called when they have left, and takes the keyboard to the card
 * beside them, if it was on them, or on a bar that goes with them.
 */
export function stayNear({ cards }: Board, ids: readonly string[], bar?: Element | null): () => void {
  const next = beside(cards.getState().groups, ids)
  return () => {
    const on = document.activeElement
    const card = on?.closest<HTMLElement>('[data-card]')?.dataset.card
    const lost = !on || on === document.body || bar?.contains(on)
    if (next && (lost || (card && ids.includes(card)))) focusCard(next.id, next.group)
  }
}
