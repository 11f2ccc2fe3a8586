import { useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import { type BoardColumn, columnsOf } from '#server/stage/working-stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import type { Grouping } from './card-store.ts'
import { byColumn } from './groupings.ts'

/** How the kanban stands: its columns from left to right, and which card goes where. */
export interface Layout {
  columns: readonly BoardColumn[]
  grouping: Grouping
  /** The groups in the order in which the keyboard goes through them. */
  order: readonly string[]
  /** The group that a card stands in; null: in none. */
  groupOf(card: Card | undefined): string | null
  /** The group of a column in which a card would stand if only its column changed. */
  groupIn(column: BoardColumn, card: Card): string
  /** All groups of a column. */
  groupsOf(column: BoardColumn): readonly string[]
}

/** A page that has no columns. */
export const NO_LAYOUT: Layout = {
  columns: [],
  grouping: byColumn([]),
  order: [],
  groupOf: () => null,
  groupIn: (column) => column.key,
  groupsOf: () => [],
}

/** The layout for the stages there are and the team that is looked at. */
export function useLayout(): Layout {
  const { stages } = useDirectory()
  const [params] = useSearchParams()
  const team = params.get('team')
  return useMemo(() => {
    const shown = stages.filter((one) => !team || one.teamId === team)
    const columns = columnsOf(shown)
    const grouping = byColumn(shown)
    return {
      columns,
      grouping,
      order: columns.map((one) => one.key),
      groupOf: (card) => (card ? grouping.groupOf(card) : null),
      groupIn: (column) => column.key,
      groupsOf: (column) => [column.key],
    }
  }, [stages, team])
}
