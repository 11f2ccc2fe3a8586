import { Plus } from 'lucide-react'
import { memo, type RefObject, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { cx } from '../ui/cx.ts'
import { useGroup } from './board-context.tsx'
import { CardList } from './card-list.tsx'
import { begins } from './column.tsx'
import { useColumnName } from './column-name.ts'
import { useDropLine } from './drop-line.ts'
import { useColumnFolded } from './fold-store.ts'
import { useDropAtEnd } from './folded-column.tsx'
import { useLaneName } from './lane-name.tsx'
import { cellOf, type LaneKind } from './lanes.rules.ts'
import { QuickAdd, useAdding } from './use-adding.ts'

interface CellProps {
  column: BoardColumn
  kind: LaneKind
  lane: string
  /** “New post” begins in this lane */
  leads: boolean
  /** its column is the one that a phone shows */
  shown: boolean
  mayAdd: boolean
  scroller: RefObject<HTMLDivElement | null>
}

/** The cards of a lane in one column. */
export const Cell = memo(function Cell(props: CellProps) {
  return useColumnFolded(props.column.key) ? <FoldedCell {...props} /> : <OpenCell {...props} />
})

function FoldedCell({ column, lane }: CellProps) {
  const group = cellOf(lane, column.key)
  const ids = useGroup(group)
  const cell = useRef<HTMLDivElement>(null)
  useDropAtEnd(cell, column, group)
  return (
    <div
      ref={cell}
      data-folded={column.key}
      className="min-h-16 w-10 shrink-0 rounded-card bg-n2 pt-2 text-center text-meta text-subtle tabular-nums data-over:bg-accent-soft"
    >
      {ids.length || null}
    </div>
  )
}

function OpenCell({ column, kind, lane, leads, shown, mayAdd, scroller }: CellProps) {
  const t = useTranslations('board')
  const group = cellOf(lane, column.key)
  const ids = useGroup(group)
  const list = useRef<HTMLDivElement>(null)
  const line = useDropLine(list, group, column)
  const name = useColumnName()(column)
  const laneName = useLaneName(kind)(lane)
  const { adding, begin, end, button } = useAdding()
  useCommand('post.new', mayAdd && leads && column.key === 'idea' ? begin : null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of the board, no form's fieldset
    <div
      ref={list}
      data-group={group}
      role="group"
      aria-label={t('lanes.cell', { lane: laneName, stage: name })}
      className={cx(
        'hover-area relative min-h-16 w-74 shrink-0 grow rounded-card px-1 pt-1 pb-3 data-over:bg-accent-soft/60 max-md:w-full',
        !shown && 'max-md:hidden',
      )}
    >
      <div
        ref={line}
        data-drop-place=""
        className="pointer-events-none absolute invisible inset-x-1 top-0 rounded-card border border-dashed border-accent bg-accent-soft"
      />
      <CardList ids={ids} scroller={scroller} group={group} within={list} lane={lane} />
      {mayAdd && begins(column) && lane !== 'other' ? (
        adding ? (
          <QuickAdd column={column} group={group} lane={{ kind, lane }} close={end} />
        ) : (
          <button
            ref={button}
            type="button"
            onClick={begin}
            className="mt-1.5 flex h-dense w-full items-center gap-1.5 rounded-control px-2 text-meta text-subtle opacity-0 transition-opacity duration-120 area-hover:opacity-100 hover:bg-hover hover:text-fg focus-visible:opacity-100 touch:h-11 touch:opacity-100 [&_svg]:size-4"
          >
            <Plus aria-hidden="true" />
            {t('add')}
          </button>
        )
      ) : null}
    </div>
  )
}
