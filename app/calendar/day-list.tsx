import { cardIdOf } from '#server/post/slots.rules.ts'
import { BoardCarrier, useBoard } from '../board/board-context.tsx'
import { saidToAll, useDirectory, useMay } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { DayCard } from './day-card.tsx'

interface DayListProps {
  day: string
  ids: readonly string[]
  /** every post of the day, on paper: there the list and not the grid is the container */
  whole: boolean
  /** at their times on my own clocks */
  mine: boolean
  roomy: boolean
}

/** The posts that a cell of a month shows. Most of a month that is asked for is as it was: the server keeps it by day. */
export function DayList({ day, ids, whole, mine, roomy }: DayListProps) {
  const board = useBoard()
  const directory = useDirectory()
  const may = useMay()
  return (
    <Kept
      as="ul"
      by={() => [
        ...['day', day, mine, roomy, ids],
        ...saidToAll(directory),
        // Whose time is locked is marked for those who might move it otherwise.
        ...ids.flatMap((id) => {
          const card = board.cards.card(cardIdOf(id))
          return [card, card && may('post:write', card.teamId)]
        }),
      ]}
      data-whole={whole ? '' : undefined}
      className={cx('flex min-h-0 flex-col gap-0.5 md:mt-(--bars)', whole && '@container/cell')}
    >
      <BoardCarrier board={board} directory={directory}>
        {ids.map((id) => (
          <DayCard key={id} id={id} day={day} roomy={roomy} mine={mine} />
        ))}
      </BoardCarrier>
    </Kept>
  )
}
