import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { Stage } from '#server/post/stage.rules.ts'
import { CardView } from './card.tsx'
import { registerScroll } from './scroll-to-card.ts'

/** From this many cards on only those in sight are drawn. */
const MANY = 40
/** What a card measures before it is measured, px, with its gap. */
const USUAL = 92
const GAP = 8

interface CardListProps {
  ids: readonly string[]
  scroller: RefObject<HTMLDivElement | null>
  stage: Stage
}

/** The cards of a column; only those in sight when there are many. */
export function CardList({ ids, scroller, stage }: CardListProps) {
  if (ids.length > MANY) return <LongList ids={ids} scroller={scroller} stage={stage} />
  return (
    <ul className="flex flex-col gap-2">
      {ids.map((id, index) => (
        <li key={id}>
          <CardView id={id} first={index === 0} />
        </li>
      ))}
    </ul>
  )
}

function LongList({ ids, scroller, stage }: CardListProps) {
  const list = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => USUAL,
    gap: GAP,
    overscan: 4,
    // What the server draws: about one screen.
    initialRect: { width: 280, height: 900 },
  })
  useEffect(
    () => registerScroll(stage, (id) => list.scrollToIndex(ids.indexOf(id), { align: 'auto' })),
    [list, ids, stage],
  )
  return (
    <ul className="relative" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map((item, index) => (
        <li
          key={item.key}
          ref={list.measureElement}
          data-index={item.index}
          aria-setsize={ids.length}
          aria-posinset={item.index + 1}
          className="absolute inset-x-0 top-0"
          style={{ transform: `translateY(${item.start}px)` }}
        >
          <CardView id={ids[item.index] ?? ''} first={index === 0} />
        </li>
      ))}
    </ul>
  )
}
