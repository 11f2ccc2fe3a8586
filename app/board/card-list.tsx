import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useEffect, useState } from 'react'
import type { Stage } from '#server/post/stage.rules.ts'
import { CardView } from './card.tsx'
import { registerScroll } from './scroll-to-card.ts'

/** So many fill the first screen: they come with the page, the others when it lives. */
const FIRST = 8
/** From this many cards on only those in sight are drawn. */
const MANY = 40
/** What a card measures before it is measured, px. */
const USUAL = 92
const GAP = 8

interface CardListProps {
  ids: readonly string[]
  scroller: RefObject<HTMLDivElement | null>
  stage: Stage
}

/** The cards of a column that are drawn; of the others assistive technology knows by number. */
export function CardList({ ids, scroller, stage }: CardListProps) {
  const many = ids.length > MANY
  const list = useVirtualizer({
    enabled: many,
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => USUAL,
    gap: GAP,
    overscan: 4,
    initialRect: { width: 280, height: FIRST * (USUAL + GAP) },
  })
  useEffect(() => {
    if (many) return registerScroll(stage, (id) => list.scrollToIndex(ids.indexOf(id), { align: 'auto' }))
    return undefined
  }, [list, ids, stage, many])
  const [alive, setAlive] = useState(false)
  useEffect(() => startTransition(() => setAlive(true)), [])

  let run = { from: 0, to: ids.length, above: 0, below: 0 }
  if (!alive && ids.length > FIRST) {
    run = { from: 0, to: FIRST, above: 0, below: (ids.length - FIRST) * (USUAL + GAP) }
  } else if (many) {
    const items = list.getVirtualItems()
    const [first, last] = [items[0], items.at(-1)]
    if (first && last)
      run = {
        from: first.index,
        to: last.index + 1,
        above: first.start,
        below: list.getTotalSize() - last.end,
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
          <CardView id={id} first={i === 0} alive={alive} />
        </li>
      ))}
    </ul>
  )
}
