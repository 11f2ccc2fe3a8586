import { type RefObject, useMemo, useRef } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useBoard } from './board-context.tsx'
import { justDropped } from './glide.ts'
import { useDropCards } from './use-drag.ts'

/** The line where a dragged card would go in, drawn without React; and the drop itself. */
export function useDropLine(list: RefObject<HTMLElement | null>, group: string, column: BoardColumn) {
  const { cards, acts } = useBoard()
  const line = useRef<HTMLDivElement>(null)
  const place = useMemo(
    () => ({
      over(y: number, card: Card) {
        if (!list.current || !line.current) return
        list.current.dataset.over = ''
        const { top } = spotAt(list.current, y, card.id)
        line.current.style.display = 'block'
        line.current.style.translate = `0 ${top}px`
      },
      leave() {
        delete list.current?.dataset.over
        if (line.current) line.current.style.display = 'none'
      },
      drop(y: number, card: Card, from?: string) {
        if (!list.current) return
        const { before } = spotAt(list.current, y, card.id)
        justDropped(card.id)
        void acts.move(card, {
          column,
          group,
          from,
          before: before ?? after(cards.group(group), list.current, card.id),
        })
      },
    }),
    [cards, acts, group, column, list],
  )
  useDropCards(list, place)
  return line
}

/** Before which card a pointer at this height means, and where that is within the list, px. */
function spotAt(list: HTMLElement, y: number, dragged: string): { before: string | null; top: number } {
  const own = list.getBoundingClientRect()
  const inside = (at: number) => at - own.top + list.scrollTop
  let bottom = own.top + 8
  for (const element of list.querySelectorAll<HTMLElement>('[data-card]')) {
    const box = element.getBoundingClientRect()
    if (element.dataset.card !== dragged && y < box.top + box.height / 2)
      return { before: element.dataset.card ?? null, top: inside((bottom + box.top) / 2) }
    bottom = box.bottom
  }
  return { before: null, top: inside(bottom + 4) }
}

/** Below the last card that is drawn of a long list comes the next one that is not. */
function after(ids: readonly string[], list: HTMLElement, dragged: string): string | null {
  const drawn = [...list.querySelectorAll<HTMLElement>('[data-card]')].at(-1)?.dataset.card
  const next = drawn === undefined ? null : (ids[ids.indexOf(drawn) + 1] ?? null)
  return next === dragged ? null : next
}
