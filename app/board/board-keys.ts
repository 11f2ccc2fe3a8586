import type { KeyboardEvent } from 'react'
import { useCommand } from '../shell/command-handlers.ts'
import type { Board } from './board-context.tsx'
import { columnFold, type FoldStore, laneFold } from './fold-store.ts'
import { laneOfCell } from './lanes.rules.ts'
import type { Layout } from './layout.ts'
import { useMeantCard } from './meant-card.ts'
import { focusCard } from './scroll-to-card.ts'

/**
 * The card in a direction from another one: within its group, or at the same height in the next of its row that has any.
 * @param from the group it is meant in, when it stands in several; `width`: how many groups make a row
 */
export function cardBeside(
  groups: Readonly<Record<string, readonly string[]>>,
  order: readonly string[],
  id: string,
  key: string,
  { from, width = order.length }: { from?: string | undefined; width?: number } = {},
): { id: string; group: string } | null {
  const own = from !== undefined && groups[from]?.includes(id) ? order.indexOf(from) : -1
  const column = own < 0 ? order.findIndex((name) => groups[name]?.includes(id)) : own
  const name = order[column] ?? ''
  const list = groups[name] ?? []
  const within = (index: number) => {
    const next = list[index]
    return next === undefined ? null : { id: next, group: name }
  }
  const at = list.indexOf(id)
  if (key === 'Home') return within(0)
  if (key === 'End') return within(list.length - 1)
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (down) {
    if (within(at + down)) return within(at + down)
    // On into the next lane in which this column has any.
    for (let i = column + down * width; i >= 0 && i < order.length; i += down * width) {
      const group = order[i] ?? ''
      const next = down > 0 ? groups[group]?.[0] : groups[group]?.at(-1)
      if (next !== undefined) return { id: next, group }
    }
    return null
  }
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  if (!step) return null
  const row = Math.floor(column / width)
  for (let i = column + step; i >= 0 && Math.floor(i / width) === row && i < order.length; i += step) {
    const group = order[i] ?? ''
    const other = groups[group] ?? []
    const next = other[Math.min(at, other.length - 1)]
    if (next !== undefined) return { id: next, group }
  }
  return null
}

/** What is folded away has no cards to go to. */
function openGroups(
  groups: Readonly<Record<string, readonly string[]>>,
  { columns, lanes }: Layout,
  { isFolded }: FoldStore,
): Readonly<Record<string, readonly string[]>> {
  const shut = new Set(columns.map(({ key }) => key).filter((key) => isFolded(columnFold(key))))
  const open = (group: string) => {
    const lane = laneOfCell(group)
    const column = lane ? group.slice(lane.length + 1) : group
    return !shut.has(column) && !(lanes && isFolded(laneFold(lanes.kind, lane)))
  }
  return Object.fromEntries(Object.entries(groups).filter(([group]) => open(group)))
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
    const { order, columns } = board.layout.current
    const groups = openGroups(board.cards.getState().groups, board.layout.current, board.folds)
    const from = event.target.closest<HTMLElement>('[data-group]')?.dataset.group
    const next = days
      ? cardBeside(groups, days, id, event.key)
      : cardBeside(groups, order, id, event.key, { from, width: columns.length })
    if (!next) return
    event.preventDefault()
    focusCard(next.id, next.group)
  }
}
