import type { KeyboardEvent } from 'react'
import { useCommand } from '../shell/command-handlers.ts'
import type { Board } from './board-context.tsx'
import { useMeantCard } from './meant-card.ts'
import { focusCard } from './scroll-to-card.ts'

/** The card in a direction from another one: within its column, or at the same height in the next that has any. */
export function cardBeside(
  groups: Readonly<Record<string, readonly string[]>>,
  order: readonly string[],
  id: string,
  key: string,
): string | null {
  const column = order.findIndex((name) => groups[name]?.includes(id))
  const list = groups[order[column] ?? ''] ?? []
  const at = list.indexOf(id)
  if (key === 'ArrowDown') return list[at + 1] ?? null
  if (key === 'ArrowUp') return list[at - 1] ?? null
  if (key === 'Home') return list[0] ?? null
  if (key === 'End') return list.at(-1) ?? null
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (!step) return null
  for (let i = column + step; i >= 0 && i < order.length; i += step) {
    const other = groups[order[i] ?? ''] ?? []
    if (other.length) return other[Math.min(at, other.length - 1)] ?? null
  }
  return null
}

/** Arrow keys between cards, and the keys that act on the card one is on. `days`: the groups of a calendar. */
export function useBoardKeys(board: Board, days?: readonly string[]) {
  const meant = useMeantCard(board)
  useCommand('post.move', () => {
    const id = meant()
    if (id) board.askMove(id)
  })
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLAnchorElement)) return
    const id = event.target.closest<HTMLElement>('[data-card]')?.dataset.card
    if (!id) return
    const { groups } = board.cards.getState()
    const order = days ?? board.layout.current.order
    const next = cardBeside(groups, order, id, event.key)
    if (!next) return
    event.preventDefault()
    focusCard(
      next,
      order.find((name) => groups[name]?.includes(next)),
    )
  }
}
