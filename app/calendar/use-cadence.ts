import { useMemo } from 'react'
import { useStore } from 'zustand'
import { cadenceMark, cadenceOf, countByChannel } from '#server/channel/cadence.rules.ts'
import { slotsOf } from '#server/post/slots.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { useDirectory } from '../live/directory.tsx'

/** A channel that has too little or too much in a week. */
export interface CadenceOff {
  id: string
  name: string
  network: string
  verdict: 'gap' | 'overload'
  count: number
  /** how many more or less it should be, and the limit */
  by: number
  wanted: number
}

/**
 * By week the channels whose posts are fewer or more than they want; weeks that are over can be helped no more. Filters
 * change nothing of it.
 */
export function useCadence(days: readonly string[], width: number, today: string): readonly CadenceOff[][] {
  const { cards } = useBoard()
  const { channels } = useDirectory()
  const weeks = useMemo(
    () =>
      Array.from({ length: Math.ceil(days.length / width) }, (_, i) =>
        days.slice(i * width, (i + 1) * width),
      ),
    [days, width],
  )
  const wanting = useMemo(() => channels.filter((one) => cadenceOf(one) !== null), [channels])
  // As one text, so that only another count wakes the page.
  const counted = useStore(cards.store, (state) => {
    if (!wanting.length || !weeks.length) return ''
    const slots = [...state.cards.values()].flatMap(slotsOf)
    const counts = countByChannel(slots, weeks)
    return counts.map((week) => wanting.map(({ id }) => week.get(id) ?? 0).join()).join(';')
  })
  return useMemo(
    () =>
      weeks.map((week, i) => {
        if ((week.at(-1) ?? '') < today) return []
        const row = counted.split(';')[i]?.split(',').map(Number) ?? []
        return wanting.flatMap((channel, c): CadenceOff[] => {
          const cadence = cadenceOf(channel)
          const count = row[c] ?? 0
          const mark = cadenceMark(count, cadence)
          if (!cadence || !mark || mark.verdict === 'fine') return []
          const { id, name, network } = channel
          const gap = mark.verdict === 'gap'
          const [by, wanted] = gap ? [mark.missing, cadence.min] : [mark.over, cadence.max]
          return [{ id, name, network, verdict: mark.verdict, count, by, wanted }]
        })
      }),
    [weeks, wanting, counted, today],
  )
}
