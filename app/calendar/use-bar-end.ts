import type { KeyboardEvent, PointerEvent } from 'react'
import { type CampaignDays, dayBeside, withEnd } from '#server/campaign/bars.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { persist } from '../board/persist.ts'
import { act, isActProblem } from '../live/act.ts'
import { draftBar, useBarDraft } from './use-bars.ts'

export type End = 'startsOn' | 'endsOn'

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
/** How long arrows must rest before what they chose is kept, ms. */
const PAUSE = 600
/** How long the days that I gave are shown without the directory's saying so, ms. */
export const SETTLE = 1500

/** Campaigns moved by arrows: the days they had, until the arrows rest. An end may be drawn anew meanwhile. */
const taken = new Map<string, { from: CampaignDays; timer: ReturnType<typeof setTimeout> }>()

/** Moves an end of a campaign by pointer or arrows: seen at once by me, by the others when it is let go. */
export function useBarEnd(campaign: CampaignDays & { id: string }, end: End) {
  const { tell } = useBoard()
  const { id, startsOn, endsOn } = campaign
  const saved = { startsOn, endsOn }
  const days: CampaignDays = useBarDraft((state) => state.days[id]) ?? saved
  const latest = (): CampaignDays => useBarDraft.getState().days[id] ?? saved
  const put = (day: string) => draftBar(id, withEnd(latest(), end, day))

  async function keep(from: CampaignDays): Promise<void> {
    const to = latest()
    try {
      if (from.startsOn !== to.startsOn || from.endsOn !== to.endsOn)
        await persist(id, () => act('campaign.reschedule', { id, from, to }))
      setTimeout(() => {
        if (useBarDraft.getState().days[id] === to) draftBar(id, null)
      }, SETTLE)
    } catch (error) {
      draftBar(id, null)
      if (!isActProblem(error)) throw error
      tell(error)
    }
  }
  function drag(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    const ended = new AbortController()
    const stop = (drop: boolean) => {
      ended.abort()
      if (drop) void keep(saved)
      else draftBar(id, null)
    }
    const on = { signal: ended.signal }
    document.addEventListener(
      'pointermove',
      (moved) => {
        const day = dayUnder(moved.clientX, moved.clientY)
        if (day && day !== latest()[end]) put(day)
      },
      on,
    )
    document.addEventListener('pointerup', () => stop(true), on)
    document.addEventListener('pointercancel', () => stop(false), on)
    document.addEventListener('keydown', (pressed) => pressed.key === 'Escape' && stop(false), on)
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    const step = STEPS[event.key]
    const day = latest()[end]
    if (!step || !day || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const from = taken.get(id)?.from ?? saved
    clearTimeout(taken.get(id)?.timer)
    put(dayBeside(day, step))
    const done = () => {
      taken.delete(id)
      void keep(from)
    }
    taken.set(id, { from, timer: setTimeout(done, PAUSE) })
    // In another week it is another element.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-campaign="${CSS.escape(id)}"] [data-end="${end}"]`)?.focus(),
    )
  }
  return { days, handlers: { onPointerDown: drag, onKeyDown: press, 'data-end': end } }
}

/** The day of the calendar that the pointer is over. */
export function dayUnder(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const group = element.closest<HTMLElement>('[data-group]')?.dataset.group
    if (group && /^\d{4}-\d\d-\d\d$/.test(group)) return group
  }
  return undefined
}
