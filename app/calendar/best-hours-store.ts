import { useEffect } from 'react'
import { create } from 'zustand'
import type { ChannelHours } from '#server/channel/best-time.reads.ts'
import { usePath } from '../live/directory.tsx'

interface BestHours {
  /** whether they are drawn: one's own choice, kept in this browser */
  shown: boolean
  /** of every channel one reads, around the days on the screen */
  channels: readonly ChannelHours[]
}

const PLACE = 'hubbub:best-hours'

export const useBestHours = create<BestHours>(() => ({ shown: true, channels: [] }))

/** Draws the best hours, or leaves them out. */
export function showBestHours(shown: boolean): void {
  useBestHours.setState({ shown })
  try {
    localStorage.setItem(PLACE, shown ? 'on' : 'off')
  } catch {
    // It holds until the page goes.
  }
}

/** Reads the best hours of these days; the page does not wait for them. */
export function useReadBestHours(days: readonly string[]): void {
  const path = usePath()
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  useEffect(() => {
    try {
      useBestHours.setState({ shown: localStorage.getItem(PLACE) !== 'off' })
    } catch {
      // No storage: they are drawn.
    }
    const control = new AbortController()
    fetch(`${path('calendar/best-times')}?from=${from}&to=${to}`, { signal: control.signal })
      .then(async (response) => {
        if (response.ok) useBestHours.setState({ channels: (await response.json()) as ChannelHours[] })
      })
      // Gone on, or no connection: days without hints.
      .catch(() => undefined)
    return () => control.abort()
  }, [path, from, to])
}
