import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { useBoard } from '../board/board-context.tsx'
import { registerScroll } from '../board/scroll-to-card.ts'
import { Cursors } from '../live/presence/cursors.tsx'
import type { CalendarData } from './calendar.tsx'
import { ListDay, ListSlot } from './list-row.tsx'
import { useHolidays } from './use-holidays.ts'
import { usePrinting } from './use-printing.ts'

/** From this many rows on only those in sight are drawn. */
const MANY = 80
const HEIGHTS = { day: 40, slot: 37 }

type Row = { day: string; id: string | null; count: number }

/** The posts of a month one below the other, under the days on which they go out. */
export function ListView({ data, surface }: { data: CalendarData; surface: string }) {
  const { days, today } = data
  const { cards } = useBoard()
  const holidays = useHolidays(days)
  const groups = useStore(cards.store, (state) => state.groups)
  const rows = useMemo(() => rowsOf(groups, days), [groups, days])
  const scroller = useRef<HTMLDivElement>(null)
  const paper = usePrinting()
  const many = rows.length > MANY && !paper
  const list = useVirtualizer({
    enabled: many,
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(rows[index]) ?? index,
    estimateSize: (index) => (rows[index]?.id === null ? HEIGHTS.day : HEIGHTS.slot),
    overscan: 12,
    initialRect: { width: 1000, height: 900 },
  })
  useEffect(() => {
    if (!many) return
    const ends = days.map((day) =>
      registerScroll(day, (id) =>
        list.scrollToIndex(
          rows.findIndex((row) => row.id === id),
          { align: 'center' },
        ),
      ),
    )
    return () => {
      for (const end of ends) end()
    }
  }, [many, list, rows, days])
  // biome-ignore lint/correctness/useExhaustiveDependencies: where one is, once for each month
  useEffect(() => {
    const index = rows.findIndex((row) => row.day >= today)
    if (index <= 0 || !days.includes(today)) return
    if (many) list.scrollToIndex(index, { align: 'start' })
    else
      scroller.current
        ?.querySelector(`[data-list-day="${rows[index]?.day}"]`)
        ?.scrollIntoView({ block: 'start' })
  }, [data.date])
  const items = many ? list.getVirtualItems() : null
  const [first, last] = [items?.[0], items?.at(-1)]
  const run = first && last ? rows.slice(first.index, last.index + 1) : many ? rows.slice(0, MANY) : rows
  return (
    <div
      ref={scroller}
      data-scroller=""
      data-paper="upright"
      className="min-h-0 min-w-0 flex-1 overflow-y-auto"
    >
      <Cursors surface={surface} className="mx-auto max-w-5xl">
        <ul
          style={{
            paddingTop: first?.start ?? 0,
            paddingBottom: last ? list.getTotalSize() - last.end : 0,
          }}
        >
          {run.map((row, i) => (
            <li
              key={keyOf(row)}
              ref={many ? list.measureElement : undefined}
              data-index={(first?.index ?? 0) + i}
            >
              {row.id === null ? (
                <ListDay
                  day={row.day}
                  count={row.count}
                  isToday={row.day === today}
                  holidays={holidays.get(row.day)}
                />
              ) : (
                <ListSlot id={row.id} day={row.day} />
              )}
            </li>
          ))}
        </ul>
      </Cursors>
    </div>
  )
}

const keyOf = (row: Row | undefined) => row && (row.id === null ? row.day : `${row.day} ${row.id}`)

/** A row for each day on which something is, and under it one for each slot. */
function rowsOf(groups: Readonly<Record<string, readonly string[]>>, days: readonly string[]): Row[] {
  return days.flatMap((day): Row[] => {
    const ids = groups[day] ?? []
    if (!ids.length) return []
    return [{ day, id: null, count: ids.length }, ...ids.map((id) => ({ day, id, count: 1 }))]
  })
}
