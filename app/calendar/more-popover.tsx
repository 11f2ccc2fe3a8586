import { type Board, BoardProvider, useGroup } from '../board/board-context.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { DayCard } from './day-card.tsx'

interface MorePopoverProps extends TriggerProps {
  day: string
  name: string
  board: Board
}

/** All cards of a day. */
export function MorePopover({ trigger, defaultOpen, day, name, board }: MorePopoverProps) {
  return (
    <Popover trigger={trigger} defaultOpen={defaultOpen} label={name} className="w-80">
      <BoardProvider value={board}>
        <p className="mb-2 text-dense font-semibold">{name}</p>
        <List day={day} />
      </BoardProvider>
    </Popover>
  )
}

function List({ day }: { day: string }) {
  const ids = useGroup(day)
  return (
    <ul className="@container flex flex-col gap-1">
      {ids.map((id) => (
        <li key={id}>
          <DayCard id={id} day={day} />
        </li>
      ))}
    </ul>
  )
}
