import { parentPort, workerData } from 'node:worker_threads'
import DateHolidays from 'date-holidays'
import type { Holiday } from './holiday.rules.ts'

/** What a worker is asked: the public holidays of a country in a year, named in a language. */
export interface HolidayQuestion {
  country: string
  year: number
  language: string
}

const DAY_MS = 86_400_000

/** The data has Seollal begin on its day; its three days begin on the eve. */
function startOf({ date, rule }: { date: string; rule: string }): string {
  const early = rule.startsWith('korean 01-0-01 P3D') ? 1 : 0
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00Z`) - early * DAY_MS).toISOString().slice(0, 10)
}

function holidaysOf({ country, year, language }: HolidayQuestion): Holiday[] {
  const calendar = new DateHolidays()
  if (!(country in calendar.getCountries())) return []
  calendar.init(country)
  calendar.setLanguages([language, 'en'])
  return calendar
    .getHolidays(year)
    .filter((one) => one.type === 'public')
    .map((one) => ({
      country,
      day: startOf(one),
      days: Math.max(1, Math.round((one.end.getTime() - one.start.getTime()) / DAY_MS)),
      name: one.name,
    }))
}

// Moon and sun are computed for some countries: half a second and 40 MB that the server itself shall not feel.
parentPort?.postMessage((workerData as HolidayQuestion[]).map(holidaysOf))
