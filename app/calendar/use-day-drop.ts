import { type RefObject, useMemo } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { justDropped } from '../board/glide.ts'
import { useDropCards } from '../board/use-drag.ts'

/** Lets cards be dropped on an element that stands for a day: they go out then, at the hour they had. */
export function useDayDrop(ref: RefObject<HTMLElement | null>, day: string): void {
  const { acts } = useBoard()
  const place = useMemo(
    () => ({
      over: () => ref.current?.toggleAttribute('data-over', true),
      leave: () => ref.current?.removeAttribute('data-over'),
      drop(_: number, card: Card) {
        justDropped(card.id)
        void acts.reschedule(card, { day })
      },
    }),
    [acts, ref, day],
  )
  useDropCards(ref, place)
}
