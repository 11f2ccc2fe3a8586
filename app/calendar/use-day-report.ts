import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useMemo } from 'react'
import { usePresenceStore } from '../live/presence/presence-room.tsx'

const DAY = /^\d{4}-\d\d-\d\d$/

/** What the others hear of a day that somebody looks at. */
export const overDay = (day: string): string => `day:${day}`

function dayAt(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-group],[data-day]') : null
  const day = element?.dataset.day ?? element?.dataset.group ?? ''
  return DAY.test(day) ? overDay(day) : null
}

/** Tells the others on which day of a calendar my pointer is, or the keyboard: handlers for what the days lie in. */
export function useDayReport() {
  const { reporter } = usePresenceStore()
  useEffect(() => () => reporter.over(null), [reporter])
  return useMemo(() => {
    let [pointed, focused]: (string | null)[] = [null, null]
    const tell = () => reporter.over(pointed ?? focused ?? null)
    const point = (event: MouseEvent) => {
      pointed = dayAt(event.target)
      tell()
    }
    return {
      // A finger only scrolls there; what it opens has the focus.
      onPointerOver: (event: PointerEvent) => event.pointerType !== 'touch' && point(event),
      // While something is dragged there are no pointer events.
      onDragOver: point,
      onPointerLeave() {
        pointed = null
        tell()
      },
      onFocus(event: FocusEvent) {
        focused = dayAt(event.target)
        tell()
      },
      onBlur() {
        focused = null
        tell()
      },
    }
  }, [reporter])
}
