import { Plus } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useDocument } from '../document.tsx'
import { useDirectory } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { useHydrated } from '../ui/platform.ts'
import { BoardCarrier, factsOf, useBoard, useGroup } from './board-context.tsx'
import { CardList } from './card-list.tsx'
import { ColumnHead } from './column-head.tsx'
import { useColumnName } from './column-name.ts'
import { useDropLine } from './drop-line.ts'
import { useColumnFolded } from './fold-store.ts'
import { FoldedColumn, useAfterUnfold } from './folded-column.tsx'
import { loadOf } from './stage-load.ts'
import { QuickAdd, useAdding } from './use-adding.ts'
import { useScrollAtEdges } from './use-drag.ts'

interface ColumnProps {
  column: BoardColumn
  /** the one that a phone shows */
  shown: boolean
  /** may somebody write here at all */
  mayAdd: boolean
}

/** Where posts begin. */
export const begins = ({ stage }: BoardColumn): boolean => stage === 'idea' || stage === 'draft'

/** One stage: its cards in order, a place to drop and, where posts begin, a place to write one down. */
export const Column = memo(function Column({ column, shown, mayAdd }: ColumnProps) {
  const t = useTranslations('board')
  const ids = useGroup(column.key)
  const board = useBoard()
  const directory = useDirectory()
  const nameOf = useColumnName()
  const { now } = useDocument()
  const folded = useColumnFolded(column.key)
  const load = () => loadOf(board.cards.getState().cards.values(), column, directory.stages)
  const strip = <FoldedColumn column={column} count={ids.length} mayAdd={mayAdd} />
  // The server does not know how wide the window is: a phone shows the column whole before the page lives, too.
  const either = !useHydrated() && shown
  if (folded && !either) return strip
  const whole = (
    <Kept
      as="section"
      by={() => ['column', column.key, mayAdd, load(), ...factsOf(board, directory, ids, now)]}
      aria-label={t('columnLabel', { stage: nameOf(column), count: ids.length })}
      className={cx(
        'hover-area flex h-full min-h-0 w-74 shrink-0 grow flex-col max-md:w-full',
        !shown && 'max-md:hidden',
        folded && 'md:hidden',
      )}
    >
      <BoardCarrier board={board} directory={directory}>
        <Content column={column} ids={ids} addable={mayAdd && begins(column)} />
      </BoardCarrier>
    </Kept>
  )
  return folded ? (
    <>
      {strip}
      {whole}
    </>
  ) : (
    whole
  )
})

interface ContentProps {
  column: BoardColumn
  ids: readonly string[]
  addable: boolean
}

function Content({ column, ids, addable }: ContentProps) {
  const t = useTranslations('board')
  const scroller = useRef<HTMLDivElement>(null)
  const head = useAfterUnfold<HTMLElement>(column)
  const { adding, begin, end, button } = useAdding()
  useScrollAtEdges(scroller)
  const line = useDropLine(scroller, column.key, column)
  useCommand('post.new', addable && column.key === 'idea' ? begin : null)
  return (
    <>
      <header ref={head} className="flex h-9 items-center gap-2 px-2 max-md:sr-only">
        <ColumnHead column={column} count={ids.length} add={addable ? begin : null} />
      </header>
      <div
        ref={scroller}
        data-scroller=""
        data-group={column.key}
        className="relative min-h-0 flex-1 overflow-y-auto rounded-card px-1 pt-2.5 pb-[calc(1rem+var(--foot,0px))] [scrollbar-width:thin] data-over:bg-accent-soft/60"
      >
        <div
          ref={line}
          data-drop-place=""
          className="pointer-events-none absolute invisible inset-x-1 top-0 rounded-card border border-dashed border-accent bg-accent-soft"
        />
        <CardList ids={ids} scroller={scroller} group={column.key} />
        {ids.length === 0 && !adding ? (
          <p className="px-3 py-6 text-center text-meta text-balance text-subtle">
            {t(column.name === null ? `stageHint.${column.stage}` : 'stageHint.working')}
          </p>
        ) : null}
        {addable ? (
          adding ? (
            <QuickAdd column={column} group={column.key} close={end} />
          ) : (
            <button
              ref={button}
              type="button"
              onClick={begin}
              className="mt-1.5 flex h-control w-full items-center gap-1.5 rounded-control px-2 text-dense text-subtle transition-colors duration-120 hover:bg-hover hover:text-fg [&_svg]:size-4"
            >
              <Plus aria-hidden="true" />
              {t('add')}
            </button>
          )
        ) : null}
      </div>
    </>
  )
}
