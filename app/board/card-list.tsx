import { measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useEffect, useState } from 'react'
import { useBoard, useDraggedIndex } from './board-context.tsx'
import { CardView } from './card.tsx'
import { GAP, SCREEN, screenful, usual } from './lane-height.ts'
import { registerScroll } from './scroll-to-card.ts'

/** From this many cards on only those in sight are drawn. */
const MANY = 40
const NONE: readonly string[] = []

interface CardListProps {
  ids: readonly string[]
  scroller: RefObject<HTMLDivElement | null>
  /** the group they stand in */
  group: string
  /** the element with the cards, when it is not the one that scrolls */
  within?: RefObject<HTMLElement | null>
  /** the lane, whose name its cards need not say again */
  lane?: string
}

/** The cards of a column that are drawn; of the others assistive technology knows by number. */
export function CardList({ ids, scroller, group, within, lane }: CardListProps) {
  const { cards } = useBoard()
  const height = (id: string | undefined) => usual(id === undefined ? undefined : cards.card(id))
  const many = ids.length > MANY
  const margin = useMargin(many ? within : undefined, scroller)
  const list = useVirtualizer({
    enabled: many,
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: (index) => height(ids[index]),
    // What a phone does not show measures nothing, and is not nothing high when it comes.
    measureElement: (element, entry, all) =>
      measureElement(element, entry, all) || height(ids[all.indexFromElement(element)]),
    gap: GAP,
    overscan: 4,
    scrollMargin: margin,
    // A list that comes into a board that has been scrolled must not scroll it back.
    initialOffset: () => scroller.current?.scrollTop ?? 0,
    initialRect: { width: 280, height: SCREEN },
  })
  useEffect(() => {
    // At the foot of a cell the board goes on: “auto” would take the last card for the end of all.
    const align = within ? 'center' : 'auto'
    if (many) return registerScroll(group, (id) => list.scrollToIndex(ids.indexOf(id), { align }))
    return undefined
  }, [list, ids, group, many, within])
  const [alive, setAlive] = useState(false)
  useEffect(() => startTransition(() => setAlive(true)), [])

  let run = { from: 0, to: ids.length, above: 0, below: 0 }
  if (!alive) {
    run = { ...run, ...screenful(ids, cards.card) }
  } else if (many) {
    const items = list.getVirtualItems()
    const [first, last] = [items[0], items.at(-1)]
    if (first && last)
      run = {
        from: first.index,
        to: last.index + 1,
        above: first.start - margin,
        below: list.getTotalSize() + margin - last.end,
      }
  }
  // The card that I carry stays in the page while its list is scrolled: one that has left it is not told where it ends.
  const carried = useDraggedIndex(many ? ids : NONE)
  const shown = ids.slice(run.from, run.to).map((id, i) => ({ id, index: run.from + i }))
  const beyond = { id: ids[carried] ?? '', index: carried }
  if (carried >= run.to) shown.push(beyond)
  else if (carried >= 0 && carried < run.from) shown.unshift(beyond)
  return (
    <ul className="flex flex-col gap-2" style={{ paddingTop: run.above, paddingBottom: run.below }}>
      {shown.map(({ id, index }) => (
        <li
          key={id}
          ref={list.measureElement}
          data-index={index}
          data-carried={index < run.from || index >= run.to || undefined}
          aria-setsize={ids.length}
          aria-posinset={index + 1}
          className="data-carried:pointer-events-none data-carried:absolute data-carried:inset-x-1 data-carried:opacity-0"
        >
          <CardView id={id} first={index === run.from} alive={alive} lane={lane} />
        </li>
      ))}
    </ul>
  )
}

/** Where a list begins in what scrolls, px; it moves when what stands above grows. */
function useMargin(
  within: RefObject<HTMLElement | null> | undefined,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [margin, setMargin] = useState(0)
  useEffect(() => {
    const [list, box] = [within?.current, scroller.current]
    const content = box?.firstElementChild
    if (!list || !box || !content) return
    const measure = () =>
      setMargin(
        Math.round(list.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop),
      )
    const watch = new ResizeObserver(measure)
    watch.observe(content)
    return () => watch.disconnect()
  }, [within, scroller])
  return margin
}
