import { STAGES, type Stage } from '#server/post/stage.rules.ts'
import { useDocument } from '../document.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, factsOf, useBoard } from './board-context.tsx'
import { Column } from './column.tsx'

interface ColumnsProps {
  /** the one that a phone shows */
  stage: Stage
  mayAdd: boolean
}

/** The stages side by side. When one has changed the others are still kept, each by itself. */
export function Columns({ stage, mayAdd }: ColumnsProps) {
  const board = useBoard()
  const directory = useDirectory()
  const { now } = useDocument()
  return (
    <Kept
      as="div"
      className="contents"
      by={() => [
        'columns',
        stage,
        mayAdd,
        ...STAGES.flatMap((name) => [name, ...factsOf(board, directory, board.cards.group(name), now)]),
      ]}
    >
      <BoardCarrier board={board} directory={directory}>
        {STAGES.map((name) => (
          <Column key={name} stage={name} shown={name === stage} mayAdd={mayAdd} />
        ))}
      </BoardCarrier>
    </Kept>
  )
}
