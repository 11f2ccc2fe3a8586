import { ChevronDown } from 'lucide-react'
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { cx } from '../ui/cx.ts'
import { useBoard, useGroup } from './board-context.tsx'
import { Cell } from './cell.tsx'
import { SLID } from './drop-places.ts'
import { laneFold, useFolded } from './fold-store.ts'
import { unfoldAndAdd } from './folded-column.tsx'
import { LaneMark, useLaneName } from './lane-name.tsx'
import { cellOf, type LaneKind } from './lanes.rules.ts'
import type { Layout } from './layout.ts'
import { registerScroll } from './scroll-to-card.ts'
import { useDropCards } from './use-drag.ts'

interface LaneProps {
  layout: Layout
  lane: string
  count: number
  /** about how high it is before it is drawn, px */
  height: number
  /** it comes with the page */
  first: boolean
  /** “New post” begins here */
  leads: boolean
  shown: string
  mayAdd: boolean
  scroller: RefObject<HTMLDivElement | null>
}

/** How far outside of what is seen a lane is drawn, px. */
const NEAR = 700

/** A lane: its head, which takes cards too, and while it is near, its cells. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { layout, lane, leads, count, shown, mayAdd, scroller } = props
  const t = useTranslations('board.lanes')
  const { folds } = useBoard()
  const here = useGroup(cellOf(lane, shown)).length
  const kind: LaneKind = layout.lanes?.kind ?? 'campaign'
  const name = useLaneName(kind)(lane)
  const fold = laneFold(kind, lane)
  const folded = useFolded(fold, count === 0)
  useCommand('post.new', mayAdd && leads && folded ? () => unfoldAndAdd(() => folds.set(fold, false)) : null)
  const section = useRef<HTMLElement>(null)
  const { near, height } = useNear(section, scroller, props)
  const head = useRef<HTMLDivElement>(null)
  useDropOnHead(head, layout, lane)
  return (
    <section ref={section} aria-label={t('label', { name, count })}>
      <div
        ref={head}
        className="sticky top-0 z-10 flex h-9 items-center border-t border-line bg-canvas data-over:bg-accent-soft md:top-9"
      >
        <h2 className="sticky left-0 h-full min-w-0">
          <button
            type="button"
            aria-expanded={!folded}
            onClick={() => folds.set(fold, !folded)}
            className="flex h-full max-w-full items-center gap-2 rounded-control px-2 text-dense font-semibold hover:bg-hover touch:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-subtle"
          >
            <ChevronDown
              aria-hidden="true"
              className={cx('transition-transform duration-120', folded && '-rotate-90')}
            />
            <LaneMark kind={kind} lane={lane} />
            <span className="truncate">{name}</span>
            <span className="font-normal text-subtle tabular-nums max-md:hidden">{count}</span>
            {/* A phone shows one column: the number is of its cards. */}
            <span className="font-normal text-subtle tabular-nums md:hidden">{here}</span>
          </button>
        </h2>
      </div>
      {folded ? null : near ? (
        <div className="flex gap-2">
          {layout.columns.map((column) => (
            <Cell
              key={column.key}
              column={column}
              kind={kind}
              lane={lane}
              leads={leads}
              shown={column.key === shown}
              mayAdd={mayAdd}
              scroller={scroller}
            />
          ))}
        </div>
      ) : (
        <div style={{ height }} />
      )}
    </section>
  )
})

/** Whether the lane is near what is seen; while it is not, it keeps the height it had. */
function useNear(
  section: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  { layout, lane, height, first }: LaneProps,
) {
  const [near, setNear] = useState(first)
  const kept = useRef<number | null>(null)
  useEffect(() => {
    const element = section.current
    if (!element) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        const body = element.lastElementChild
        if (!entry.isIntersecting && body) kept.current = body.getBoundingClientRect().height
        setNear(entry.isIntersecting)
      },
      { root: scroller.current, rootMargin: `${NEAR}px` },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [section, scroller])
  useEffect(() => {
    if (near) return
    // Somebody goes to a card of it by keyboard.
    const show = () => section.current?.scrollIntoView({ block: 'nearest' })
    const undo = layout.columns.map((column) => registerScroll(cellOf(lane, column.key), show))
    return () => {
      for (const stop of undo) stop()
    }
  }, [near, layout, lane, section])
  return { near, height: kept.current ?? height }
}

/** On its head a card only comes into the lane: it stays in its column, at its end. */
function useDropOnHead(head: RefObject<HTMLElement | null>, layout: Layout, lane: string): void {
  const { acts, cards, selection, tell } = useBoard()
  const place = useMemo(
    () => ({
      over: () => head.current?.setAttribute('data-over', ''),
      leave: () => head.current?.removeAttribute('data-over'),
      refuse: () => tell(SLID),
      drop(_y: number, card: Card, from?: string) {
        const own = layout.grouping.groupOf(cards.card(card.id) ?? card)
        const column = layout.columns.find(({ key }) => key === own)
        if (!column) return
        const spot = { column, group: cellOf(lane, column.key), from, before: null, onHead: true }
        if (!selection.moveWith(card, spot)) void acts.move(card, spot)
      },
    }),
    [acts, cards, selection, tell, head, layout, lane],
  )
  useDropCards(head, place)
}
