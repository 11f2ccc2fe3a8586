import type { KeyboardEvent } from 'react'
import { dayIn, minuteIn } from '#server/i18n/date-format.rules.ts'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import type { Board } from '../board/board-context.tsx'
import { useBoardKeys } from '../board/board-keys.ts'
import { focusCard } from '../board/scroll-to-card.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import type { CalendarData } from './calendar.tsx'
import { FEED, groupingOf, isHours, TRAY } from './calendar-groups.ts'
import { useTellTimeLock } from './time-lock.tsx'

const STEPS: Record<string, { days: number; minutes: number }> = {
  ArrowLeft: { days: -1, minutes: 0 },
  ArrowRight: { days: 1, minutes: 0 },
  ArrowUp: { days: 0, minutes: -15 },
  ArrowDown: { days: 0, minutes: 15 },
}

/** Arrows between cards; with Alt they move the card: by days, and where hours are drawn by quarters of one. */
export function useCalendarKeys(board: Board, { view, days, channel }: CalendarData) {
  const press = useBoardKeys(board, view === 'feed' ? [FEED] : [...days, TRAY])
  const { me } = useDirectory()
  const may = useMay()
  const tellLock = useTellTimeLock(board)
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    const id = target?.dataset.card
    const card = id === undefined ? undefined : board.cards.card(cardIdOf(id))
    const slot = card && id !== undefined ? slotUnder(card, id) : undefined
    if (!event.altKey || event.ctrlKey || event.metaKey || !step || !slot) return press(event)
    if (slot.sendAt === null || slot.stage === 'published' || !may('post:write', slot.teamId)) return
    if (slot.timeLocked) {
      event.preventDefault()
      return tellLock()
    }
    if (view === 'feed') {
      const list = board.cards.group(FEED)
      const beside = list[list.indexOf(slot.id) + (step.days || (step.minutes > 0 ? 3 : -3))] ?? ''
      const post = board.cards.card(cardIdOf(beside))
      const other = post && slotUnder(post, beside)
      if (!channel || !other || other.stage === 'published') return
      if (other.timeLocked) return tellLock()
      event.preventDefault()
      void board.acts.swap(channel, slot, other)
      return
    }
    const hours = isHours(view)
    const vertical = step.minutes !== 0
    if (vertical && !hours) return
    event.preventDefault()
    const group = groupingOf(view, me.zone).groupOf(slot) ?? ''
    // A quarter of an hour is one of time: clocks may skip or repeat it.
    const day = vertical ? dayIn(me.zone, slot.sendAt + step.minutes * 60_000) : shifted(group, step.days)
    const across = hours ? { day, minute: minuteIn(me.zone, slot.sendAt), axis: me.zone } : { day }
    void board.acts.reschedule(slot, vertical ? { step: step.minutes } : across)
    // It is drawn anew where it stands now.
    requestAnimationFrame(() => focusCard(slot.id, day))
  }
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
