import { measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useEffect, useState } from 'react'
import { useBoard } from './board-context.tsx'
import { CardView } from './card.tsx'
import { GAP, SCREEN, screenful, usual } from './lane-height.ts'
import { registerScroll } from './scroll-to-card.ts'

/** From this many cards on only those in sight are drawn. */
const MANY = 40
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
  return (
    <ul className="flex flex-col gap-2" style={{ paddingTop: run.above, paddingBottom: run.below }}>
      {ids.slice(run.from, run.to).map((id, i) => (
        <li
          key={id}
          ref={list.measureElement}
          data-index={run.from + i}
          aria-setsize={ids.length}
          aria-posinset={run.from + i + 1}
        >
          <CardView id={id} first={i === 0} alive={alive} lane={lane} />
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
