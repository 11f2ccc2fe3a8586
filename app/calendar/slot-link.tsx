import type { ReactNode } from 'react'
import { useBoard } from '../board/board-context.tsx'

interface SlotLinkProps {
  /** the slot, and the post that it opens */
  id: string
  postId: string
  className?: string
  children: ReactNode
}

/** The link of a card: the whole card is pressed, the post opens over the calendar. */
export function SlotLink({ id, postId, className = '', children }: SlotLinkProps) {
  const board = useBoard()
  return (
    <a
      href={board.href(postId)}
      draggable={false}
      className={`slot-link ${className}`}
      onFocus={() => board.focus.setCurrent(id)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        board.open(postId)
      }}
    >
      {children}
    </a>
  )
}
