import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { useDirectory } from '../live/directory.tsx'
import { useCalendarWords } from './calendar-words.ts'
import { EXTENT, topOf, useHourScale } from './hour-scale.ts'

/** What stays free above a post that is scrolled to, px. */
const AIR = 12
/** Of a post at the edge so much must be seen, px. */
const SEEN = 18

interface OutOfSightProps {
  scroller: RefObject<HTMLElement | null>
  days: readonly string[]
}

/** Says how many posts of the days shown are above and below what is in sight, and scrolls to the nearest of them. */
export function OutOfSight({ scroller, days }: OutOfSightProps) {
  const t = useCalendarWords('outOfSight')
  const tops = useTops(days)
  const window = useWindow(scroller)
  if (!window) return null
  const { from, to, head } = window
  const above = tops.filter((top) => top + topOf(EXTENT) < from + SEEN)
  const below = tops.filter((top) => top > to - SEEN)
  const scrollTo = (top: number) => scroller.current?.scrollTo({ top: Math.max(0, top), behavior: 'auto' })
  return (
    <>
      {above.length ? (
        <button
          type="button"
          className={`${look} top-(--head) mt-1.5`}
          style={{ '--head': `${head}px` } as CSSProperties}
          onClick={() => scrollTo(Math.max(...above) - AIR)}
        >
          <ArrowUp aria-hidden="true" />
          {t('earlier', { count: above.length })}
        </button>
      ) : null}
      {below.length ? (
        <button
          type="button"
          className={`${look} bottom-2`}
          onClick={() => scrollTo(Math.min(...below) + topOf(EXTENT) + AIR - (to - from))}
        >
          <ArrowDown aria-hidden="true" />
          {t('later', { count: below.length })}
        </button>
      ) : null}
    </>
  )
}

const look =
  'absolute left-1/2 z-40 flex h-7 -translate-x-1/2 items-center gap-1 rounded-full border border-line-strong bg-raised px-2.5 text-meta font-medium whitespace-nowrap text-muted tabular-nums shadow-lift hover:text-fg touch:h-11 touch:px-4 [&_svg]:size-3.5'

/** Where the posts of these days stand, px from the top of their day. */
function useTops(days: readonly string[]): number[] {
  const { cards } = useBoard()
  const { me } = useDirectory()
  const scale = useHourScale()
  const key = useStore(cards.store, ({ groups, cards: all }) =>
    days
      .flatMap((day) => groups[day] ?? [])
      .map((id) => {
        const card = all.get(cardIdOf(id))
        return scale.at(me.zone, (card && slotUnder(card, id))?.sendAt ?? 0)
      })
      .join(' '),
  )
  return key
    .split(' ')
    .filter(Boolean)
    .map((minute) => topOf(Math.min(Number(minute), scale.minutes - EXTENT)))
}

/** Which part of a day is in sight, px from its top, and how high what stays above the hours is. */
function useWindow(scroller: RefObject<HTMLElement | null>) {
  const [window, setWindow] = useState<{ from: number; to: number; head: number } | null>(null)
  useEffect(() => {
    const list = scroller.current
    if (!list) return
    let asked = 0
    const look = () => {
      asked = 0
      const day = list.querySelector<HTMLElement>('[data-group]')
      if (!day) return
      const head = day.offsetTop
      const from = list.scrollTop
      setWindow({ from, to: from + list.clientHeight - head, head })
    }
    const soon = () => {
      asked ||= requestAnimationFrame(look)
    }
    const size = new ResizeObserver(soon)
    size.observe(list)
    if (list.firstElementChild) size.observe(list.firstElementChild)
    list.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      size.disconnect()
      list.removeEventListener('scroll', soon)
    }
  }, [scroller])
  return window
}
