import { useEffect, useState } from 'react'
import type { Figures, FiguresInput } from '#server/metric/figures.rules.ts'
import { searchOf } from '#server/metric/figures.rules.ts'
import { applyPatch, type FiguresPatch } from '#server/metric/figures-patch.rules.ts'
import { useLive } from '../live/live.tsx'

/** The figures of the page as they are now: as loaded, then moved by the server's ticks. */
export function useFigures(loaded: Figures, input: FiguresInput): Figures {
  const live = useLive()
  const [moved, setMoved] = useState({ loaded, figures: loaded })
  const figures = moved.loaded === loaded ? moved.figures : loaded
  const asked = searchOf(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says all of the input
  useEffect(() => {
    if (!live) return
    return live.look('figures', input, (tick) =>
      setMoved((now) => {
        const before = now.loaded === loaded ? now.figures : loaded
        const next = 'all' in tick ? (tick.all as Figures) : applyPatch(before, tick.patch as FiguresPatch)
        return { loaded, figures: next }
      }),
    )
  }, [live, asked, loaded])
  return figures
}
