import { useDocument } from '../document.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, factsOf, useBoard } from './board-context.tsx'
import { Column } from './column.tsx'
import { columnFold } from './fold-store.ts'
import type { Layout } from './layout.ts'
import { loadOf } from './stage-load.ts'

interface ColumnsProps {
  layout: Layout
  /** the key of the one that a phone shows */
  shown: string
  mayAdd: boolean
}

/** The stages side by side. When one has changed the others are still kept, each by itself. */
export function Columns({ layout: { columns }, shown, mayAdd }: ColumnsProps) {
  const board = useBoard()
  const directory = useDirectory()
  const { now } = useDocument()
  const load = (column: (typeof columns)[number]) =>
    loadOf(board.cards.getState().cards.values(), column, directory.stages)
  return (
    <Kept
      as="div"
      className="contents"
      by={() => [
        'columns',
        shown,
        mayAdd,
        ...columns.flatMap((column) => [
          column.key,
          board.folds.isFolded(columnFold(column.key)),
          load(column),
          ...factsOf(board, directory, board.cards.group(column.key), now),
        ]),
      ]}
    >
      <BoardCarrier board={board} directory={directory}>
        {columns.map((column) => (
          <Column key={column.key} column={column} shown={column.key === shown} mayAdd={mayAdd} />
        ))}
      </BoardCarrier>
    </Kept>
  )
}
