import { useEffect, useState } from 'react'
import { type Holiday, type HolidayMark, marksOf } from '#server/holiday/holiday.rules.ts'
import { useDirectory, usePath } from '../live/directory.tsx'

const NONE: ReadonlyMap<string, readonly HolidayMark[]> = new Map()

/** The public holidays of the teams' countries on these days, once they are there; the page does not wait for them. */
export function useHolidays(days: readonly string[]): ReadonlyMap<string, readonly HolidayMark[]> {
  const path = usePath()
  const { teams } = useDirectory()
  const [marks, setMarks] = useState(NONE)
  const countries = [...new Set(teams.map((team) => team.country))].sort().join()
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  useEffect(() => {
    const control = new AbortController()
    // The countries are in the address, so that what the browser keeps is of them.
    fetch(`${path('calendar/holidays')}?from=${from}&to=${to}&of=${countries}`, { signal: control.signal })
      .then(async (response) => {
        if (response.ok) setMarks(marksOf((await response.json()) as Holiday[]))
      })
      // Gone on, or no connection: a calendar without holidays.
      .catch(() => undefined)
    return () => control.abort()
  }, [path, from, to, countries])
  return marks
}
