import type { ReactNode } from 'react'
import { useBoard } from '../board/board-context.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'

interface MoreButtonProps {
  ids: readonly string[]
  day: string
  /** of the day, and of what the button opens */
  name: string
  label: string
  className: string
  children: ReactNode
}

/** Opens what there is no room for. */
export function MoreButton({ ids, day, name, label, className, children }: MoreButtonProps) {
  const board = useBoard()
  return (
    <LazyTrigger
      button={
        <button type="button" aria-label={label} className={className}>
          {children}
        </button>
      }
      load={async () => {
        const { MorePopover } = await import('./more-popover.tsx')
        return (props) => <MorePopover {...props} ids={ids} day={day} name={name} board={board} />
      }}
    />
  )
}
