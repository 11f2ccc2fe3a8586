import { type RefObject, useMemo } from 'react'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import { useBoard, useCard } from '../board/board-context.tsx'
import { useDragCard, useRefuseTouch } from '../board/use-drag.ts'
import { useMay } from '../live/directory.tsx'
import { useTellTimeLock, useTimeLockWords } from './time-lock.tsx'

/**
 * A slot of a post as it is now, and its element as something that can be dragged by those who may move it. `fixed`: why it
 * cannot be, when HQ has locked its time; a finger that tries is told.
 */
export function useSlot(id: string, ref: RefObject<HTMLElement | null>) {
  const board = useBoard()
  const may = useMay()
  const postId = cardIdOf(id)
  const post = useCard(postId)
  const slot = post && slotUnder(post, id)
  const drag = useMemo(
    () => ({
      card() {
        const now = board.cards.card(postId)
        return now && slotUnder(now, id)
      },
      start: () => {
        ref.current?.setAttribute('data-dragged', '')
        board.focus.setDragged(postId)
      },
      end: () => {
        ref.current?.removeAttribute('data-dragged')
        board.focus.setDragged(null)
      },
    }),
    [board, postId, id, ref],
  )
  const mine = slot !== undefined && may('post:write', slot.teamId)
  const locked = mine && slot.timeLocked === true && slot.stage !== 'published'
  const fixed = useTimeLockWords(locked)
  const movable = mine && !locked
  useDragCard(ref, drag, movable)
  useRefuseTouch(ref, useTellTimeLock(board), locked)
  return { board, postId, post, slot, movable, fixed }
}
