import { useCallback, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, useBoard } from './board-context.tsx'
import { Count } from './column-head.tsx'
import { useColumnName } from './column-name.ts'
import { useDropAtEnd } from './folded-column.tsx'
import type { Layout } from './layout.ts'
import { loadOf } from './stage-load.ts'
import { StageMark } from './stage-mark.tsx'

interface StageTabsProps {
  layout: Layout
  /** the key of the column that stands */
  shown: string
  onChange(key: string): void
}

/** On a phone one column stands at a time; these change it. */
export function StageTabs({ layout, shown, onChange }: StageTabsProps) {
  const { columns } = layout
  const t = useTranslations('board')
  const board = useBoard()
  const directory = useDirectory()
  return (
    <Kept
      as="nav"
      by={() => [
        'stages',
        shown,
        ...columns.flatMap((column) => [
          column.key,
          column.name,
          countOf(column, layout, board.cards.getState().groups),
          loadOf(board.cards.getState().cards.values(), column, directory.stages),
        ]),
        directory.teams,
      ]}
      aria-label={t('stages')}
      className="flex shrink-0 gap-1 overflow-x-auto px-3 pt-2 pb-1 [scrollbar-width:none] md:hidden"
    >
      <BoardCarrier board={board} directory={directory}>
        {columns.map((column) => (
          <StageTab
            key={column.key}
            column={column}
            layout={layout}
            active={column.key === shown}
            onChoose={() => onChange(column.key)}
          />
        ))}
      </BoardCarrier>
    </Kept>
  )
}

type Groups = Readonly<Record<string, readonly string[]>>

/** How many cards stand in a column; one that stands in several lanes is one. */
function countOf(column: BoardColumn, { lanes, groupsOf }: Layout, groups: Groups): number {
  const lists = groupsOf(column).map((group) => groups[group] ?? [])
  if (lanes?.kind === 'channel') return new Set(lists.flat()).size
  return lists.reduce((sum, list) => sum + list.length, 0)
}

/** How many cards stand in a column now; wakes only when that changes. */
export function useColumnCount(column: BoardColumn, layout: Layout): number {
  return useStore(useBoard().cards.store, (state) => countOf(column, layout, state.groups))
}

interface StageTabProps {
  column: BoardColumn
  layout: Layout
  active: boolean
  onChoose(): void
}

function StageTab({ column, layout, active, onChoose }: StageTabProps) {
  const name = useColumnName()(column)
  const count = useColumnCount(column, layout)
  const ref = useRef<HTMLButtonElement>(null)
  useDropAtEnd(
    ref,
    column,
    useCallback((card: Card) => layout.groupIn(column, card), [layout, column]),
  )
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [active])
  return (
    <button
      ref={ref}
      type="button"
      aria-pressed={active}
      data-rest=""
      onClick={onChoose}
      className={cx(
        'flex h-11 shrink-0 data-over:bg-accent-soft items-center gap-1.5 rounded-control px-3 text-dense font-medium whitespace-nowrap',
        active ? 'bg-n4 text-fg' : 'text-muted',
      )}
    >
      <StageMark stage={column.stage} working={column.name !== null} />
      {name}
      <Count column={column} count={count} />
    </button>
  )
}
