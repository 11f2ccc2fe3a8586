import { type Board, BoardProvider, useGroup } from '../board/board-context.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { DayCard } from './day-card.tsx'

interface MorePopoverProps extends TriggerProps {
  day: string
  name: string
  /** as they were when it was opened; what has left the day since is not shown */
  ids: readonly string[]
  board: Board
}

/** Cards of a day that there is no room for. */
export function MorePopover({ trigger, defaultOpen, day, name, ids, board }: MorePopoverProps) {
  return (
    <Popover trigger={trigger} defaultOpen={defaultOpen} label={name} className="w-80">
      <BoardProvider value={board}>
        <p className="mb-2 text-dense font-semibold">{name}</p>
        <List day={day} ids={ids} />
      </BoardProvider>
    </Popover>
  )
}

function List({ day, ids }: Pick<MorePopoverProps, 'day' | 'ids'>) {
  const there = useGroup(day)
  return (
    <ul className="@container/cell flex flex-col gap-1">
      {there
        .filter((id) => ids.includes(id))
        .map((id) => (
          <DayCard key={id} id={id} day={day} roomy />
        ))}
    </ul>
  )
}
