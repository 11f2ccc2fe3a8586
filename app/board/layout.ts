import { useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import { type BoardColumn, columnsOf } from '#server/stage/working-stage.rules.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import type { Grouping } from './card-store.ts'
import { byCell, byColumn } from './groupings.ts'
import { cellOf, type LaneKind, lanesFrom, NONE, OTHER } from './lanes.rules.ts'

/** How the kanban stands: its columns from left to right, and which card goes where. */
export interface Layout {
  columns: readonly BoardColumn[]
  /** What it is cut across by, and the lanes from top to bottom; null: by nothing. */
  lanes: { kind: LaneKind; keys: readonly string[] } | null
  grouping: Grouping
  /** The groups in the order in which the keyboard goes through them, row by row. */
  order: readonly string[]
  /** The group that a card stands in, the first of several; null: in none. */
  groupOf(card: Card | undefined): string | null
  /** The group of a column in which a card would stand if only its column changed. */
  groupIn(column: BoardColumn, card: Card): string
  /** All groups of a column. */
  groupsOf(column: BoardColumn): readonly string[]
}

/** A page that has no columns. */
export const NO_LAYOUT: Layout = layoutOf([], null, [])

function layoutOf(stages: Directory['stages'], kind: LaneKind | null, ids: readonly string[]): Layout {
  const columns = columnsOf(stages)
  if (!kind) {
    const grouping = byColumn(stages)
    return {
      columns,
      lanes: null,
      grouping,
      order: columns.map((one) => one.key),
      groupOf: (card) => (card ? grouping.groupOf(card) : null),
      groupIn: (column) => column.key,
      groupsOf: (column) => [column.key],
    }
  }
  const keys = [...ids, NONE, OTHER]
  const grouping = byCell(stages, kind, new Set(ids))
  const groupOf = (card: Card | undefined) => (card && grouping.groupsOf?.(card)[0]) ?? null
  return {
    columns,
    lanes: { kind, keys },
    grouping,
    order: keys.flatMap((lane) => columns.map((column) => cellOf(lane, column.key))),
    groupOf,
    groupIn: (column, card) => cellOf((groupOf(card) ?? NONE).split('|')[0] ?? NONE, column.key),
    groupsOf: (column) => keys.map((lane) => cellOf(lane, column.key)),
  }
}

/** The layout for the stages there are, the team that is looked at and the lanes that the address asks for. */
export function useLayout(): Layout {
  const { stages, campaigns, channels, members, teams } = useDirectory()
  const [params] = useSearchParams()
  const team = params.get('team')
  const kind = lanesFrom(params)
  return useMemo(() => {
    const shown = stages.filter((one) => !team || one.teamId === team)
    const lists = { campaign: campaigns, channel: channels, assignee: members, team: teams }
    return layoutOf(shown, kind, kind ? lists[kind].map(({ id }) => id) : [])
  }, [stages, campaigns, channels, members, teams, team, kind])
}
