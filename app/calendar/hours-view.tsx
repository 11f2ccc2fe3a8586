import type { CalendarData } from './calendar.tsx'
import { MonthGrid } from './month-grid.tsx'
import { TimeGrid } from './time-grid.tsx'
import { useHolidays } from './use-holidays.ts'
import { usePrinting } from './use-printing.ts'

/**
 * A week or a day by hours. On paper each day is a column of its posts one below the other: hours would take two sheets
 * of which most is empty, and cut cards at the edge.
 */
export function HoursView({ data, surface }: { data: CalendarData; surface: string }) {
  const { days, today } = data
  const holidays = useHolidays(days)
  if (!usePrinting()) return <TimeGrid data={data} surface={surface} holidays={holidays} />
  return (
    <div data-paper="small" className="min-w-0 flex-1">
      <MonthGrid across={days.length} days={days} month="" today={today} holidays={holidays} mine />
    </div>
  )
}
