import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, useBoard, useGroup } from './board-context.tsx'
import { Count } from './column-head.tsx'
import { useColumnName } from './column-name.ts'
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
export function StageTabs({ layout: { columns }, shown, onChange }: StageTabsProps) {
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
          board.cards.group(column.key).length,
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
            active={column.key === shown}
            onChoose={() => onChange(column.key)}
          />
        ))}
      </BoardCarrier>
    </Kept>
  )
}

interface StageTabProps {
  column: BoardColumn
  active: boolean
  onChoose(): void
}

function StageTab({ column, active, onChoose }: StageTabProps) {
  const name = useColumnName()(column)
  const count = useGroup(column.key).length
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [active])
  return (
    <button
      ref={ref}
      type="button"
      aria-pressed={active}
      onClick={onChoose}
      className={cx(
        'flex h-11 shrink-0 items-center gap-1.5 rounded-control px-3 text-dense font-medium whitespace-nowrap',
        active ? 'bg-n4 text-fg' : 'text-muted',
      )}
    >
      <StageMark stage={column.stage} working={column.name !== null} />
      {name}
      <Count column={column} count={count} />
    </button>
  )
}
