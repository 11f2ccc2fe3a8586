import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, startTransition, useEffect, useState } from 'react'
import type { Card } from '#server/post/card.rules.ts'
import { useBoard } from './board-context.tsx'
import { CardView, hasFacts } from './card.tsx'
import { registerScroll } from './scroll-to-card.ts'

/** From this many cards on only those in sight are drawn. */
const MANY = 40
/** The cards that fill this height, px, come with the page, the others when it lives. */
const SCREEN = 900
const GAP = 8

/** About what a card measures before it is measured, px. */
const usual = (card: Card | undefined): number => (card?.cover ? 250 : card && hasFacts(card) ? 92 : 44)

/** How many from the top fill a screen, and what the others below them measure, px. */
function screenful(heights: readonly number[]): { to: number; below: number } {
  let [to, filled] = [0, 0]
  while (to < heights.length && filled < SCREEN) filled += (heights[to++] ?? 0) + GAP
  return { to, below: heights.slice(to).reduce((sum, height) => sum + height + GAP, 0) }
}

interface CardListProps {
  ids: readonly string[]
  scroller: RefObject<HTMLDivElement | null>
  /** the group they stand in */
  group: string
}

/** The cards of a column that are drawn; of the others assistive technology knows by number. */
export function CardList({ ids, scroller, group }: CardListProps) {
  const { cards } = useBoard()
  const height = (id: string | undefined) => usual(id === undefined ? undefined : cards.card(id))
  const many = ids.length > MANY
  const list = useVirtualizer({
    enabled: many,
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: (index) => height(ids[index]),
    gap: GAP,
    overscan: 4,
    initialRect: { width: 280, height: SCREEN },
  })
  useEffect(() => {
    if (many) return registerScroll(group, (id) => list.scrollToIndex(ids.indexOf(id), { align: 'auto' }))
    return undefined
  }, [list, ids, group, many])
  const [alive, setAlive] = useState(false)
  useEffect(() => startTransition(() => setAlive(true)), [])

  let run = { from: 0, to: ids.length, above: 0, below: 0 }
  if (!alive) {
    run = { ...run, ...screenful(ids.map(height)) }
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
