import type { KeyboardEvent, PointerEvent } from 'react'
import { type CampaignDays, daysApart, daysMoved } from '#server/campaign/bars.rules.ts'
import { dayUnder } from './use-bar-end.ts'
import { draftBar } from './use-bars.ts'

/** A campaign taken whole: the days it had, and by how many days it shall move. */
export interface BarMove {
  id: string
  name: string
  from: CampaignDays
  by: number
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
/** How long arrows must rest before what they chose is asked about, ms. */
const PAUSE = 600

/** Campaigns moved by arrows until they rest; a bar may be drawn anew meanwhile. */
const taken = new Map<string, { by: number; timer: ReturnType<typeof setTimeout> }>()

/** Moves a whole campaign by dragging its bar, or with Alt and arrows: shown at once to me, handed to `settle` when let go. */
export function useBarMove(
  { id, name, startsOn, endsOn }: CampaignDays & { id: string; name: string },
  settle: (move: BarMove) => void,
) {
  const from = { startsOn, endsOn }
  const show = (by: number) => draftBar(id, by ? daysMoved(from, by) : null)

  function drag(event: PointerEvent<HTMLElement>): void {
    const grabbed = dayUnder(event.clientX, event.clientY)
    if (event.button !== 0 || !grabbed) return
    let by = 0
    let dragged = false
    const ended = new AbortController()
    const on = { signal: ended.signal }
    const stop = (drop: boolean) => {
      ended.abort()
      if (dragged) swallowClick()
      if (drop && by) settle({ id, name, from, by })
      else if (dragged) draftBar(id, null)
    }
    document.addEventListener(
      'pointermove',
      (moved) => {
        const day = dayUnder(moved.clientX, moved.clientY)
        const next = day ? daysApart(grabbed, day) : by
        if (next === by) return
        dragged = true
        by = next
        show(by)
      },
      on,
    )
    document.addEventListener('pointerup', () => stop(true), on)
    document.addEventListener('pointercancel', () => stop(false), on)
    document.addEventListener('keydown', (pressed) => pressed.key === 'Escape' && stop(false), on)
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    const step = STEPS[event.key]
    if (!step || !event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const by = (taken.get(id)?.by ?? 0) + step
    clearTimeout(taken.get(id)?.timer)
    show(by)
    const done = () => {
      taken.delete(id)
      if (by) settle({ id, name, from, by })
    }
    taken.set(id, { by, timer: setTimeout(done, PAUSE) })
    // In another week it is another element.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-campaign="${CSS.escape(id)}"] [data-bar]`)?.focus(),
    )
  }
  return { onPointerDown: drag, onKeyDown: press, 'data-bar': '', draggable: false }
}

/** The click that follows a drag does nothing: it would filter. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }))
}
