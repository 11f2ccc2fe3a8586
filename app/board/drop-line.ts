import { type RefObject, useMemo, useRef } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useBoard } from './board-context.tsx'
import { held, SLID } from './drop-places.ts'
import { justDropped } from './glide.ts'
import { useDropCards } from './use-drag.ts'

const GAP = 8
const MAKE_ROOM = 'translate 120ms ease-out'

/**
 * Where a dragged card would go in: an empty place of its height, for which the others make room, drawn without React
 * and without layout; and the drop itself.
 */
export function useDropLine(list: RefObject<HTMLElement | null>, group: string, column: BoardColumn) {
  const { cards, acts, selection, tell } = useBoard()
  const line = useRef<HTMLDivElement>(null)
  const place = useMemo(
    () => ({
      over(y: number, card: Card) {
        if (!list.current || !line.current) return
        const entered = !('over' in list.current.dataset)
        if (entered) list.current.dataset.over = ''
        const { top, own } = spotAt(list.current, y, card.id)
        const { style } = line.current
        makeRoom(list.current, own ? Number.POSITIVE_INFINITY : top, entered ? 'none' : MAKE_ROOM)
        style.visibility = own ? 'hidden' : 'visible'
        style.height = `${held.height}px`
        style.translate = `0 ${top}px`
      },
      leave() {
        delete list.current?.dataset.over
        // Where it lay it would keep a list that has become shorter as long as it was.
        if (line.current) Object.assign(line.current.style, { visibility: '', height: '', translate: '' })
        if (list.current) makeRoom(list.current, Number.POSITIVE_INFINITY, 'none')
      },
      refuse: () => tell(SLID),
      drop(y: number, card: Card, from?: string) {
        if (!list.current) return
        const { before } = spotAt(list.current, y, card.id)
        justDropped(card.id)
        // Those that have made room are told to stay where they are seen before they lose it.
        const spot = {
          column,
          group,
          from,
          before: before ?? after(cards.group(group), list.current, card.id),
        }
        if (!selection.moveWith(card, spot)) void acts.move(card, spot)
        makeRoom(list.current, Number.POSITIVE_INFINITY, 'none')
      },
    }),
    [cards, acts, selection, tell, group, column, list],
  )
  useDropCards(list, place)
  return line
}

/** Those that stand in the list, without one that is only carried on from where it stood. */
const cardsIn = (list: HTMLElement) =>
  list.querySelectorAll<HTMLElement>(':not([data-carried]) > [data-card]')

/** Before which card a pointer at this height means, and where that is within the list, px; `own`: it stands there. */
function spotAt(
  list: HTMLElement,
  clientY: number,
  dragged: string,
): { before: string | null; top: number; own: boolean } {
  // As they are laid out: room that is made for the card changes nothing in what is meant.
  const y = clientY - list.getBoundingClientRect().top + list.scrollTop
  let [bottom, previous] = [list.querySelector('ul')?.offsetTop ?? 0, '']
  for (const element of cardsIn(list)) {
    // The item, not the card: within one that has moved the card would be measured from there.
    const { offsetTop, offsetHeight } = element.parentElement ?? element
    const id = element.dataset.card ?? ''
    if (id !== dragged && y < offsetTop + offsetHeight / 2)
      return { before: id, top: offsetTop, own: previous === dragged }
    bottom = offsetTop + offsetHeight + GAP
    previous = id
  }
  return { before: null, top: bottom, own: previous === dragged }
}

/** Moves what stands at this height of a list or below it down by the carried card's. */
function makeRoom(list: HTMLElement, top: number, transition = MAKE_ROOM): void {
  const below = `0 ${held.height + GAP}px`
  const ul = list.querySelector('ul')
  const moved: [element: HTMLElement, from: number][] = []
  for (const one of ul?.children ?? []) if (one instanceof HTMLElement) moved.push([one, one.offsetTop])
  // What follows the cards goes along; when it is dropped at their end, too.
  for (let one = ul?.nextElementSibling; one; one = one.nextElementSibling)
    if (one instanceof HTMLElement) moved.push([one, top === Number.POSITIVE_INFINITY ? 0 : top])
  // All was asked before anything is moved: otherwise each question would lay the page out anew.
  for (const [{ style }, from] of moved) {
    const translate = from >= top ? below : ''
    if (style.translate === translate) continue
    style.transition = transition
    style.translate = translate
  }
}

/** Below the last card that is drawn of a long list comes the next one that is not. */
function after(ids: readonly string[], list: HTMLElement, dragged: string): string | null {
  const drawn = [...cardsIn(list)].at(-1)?.dataset.card
  const next = drawn === undefined ? null : (ids[ids.indexOf(drawn) + 1] ?? null)
  return next === dragged ? null : next
}
