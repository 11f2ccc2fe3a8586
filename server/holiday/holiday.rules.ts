/** A public holiday of a country: the days it takes, and its name in the reader's language where that is known. */
export interface Holiday {
  /** ISO 3166-1 alpha-2 */
  country: string
  /** First day, `YYYY-MM-DD`; `days` how many it takes. */
  day: string
  days: number
  name: string
}

/** What a day is called, and where. */
export interface HolidayMark {
  name: string
  countries: string[]
}

/** Whether a name is in the language of a reader. The data has no Korean for most countries; Korean is told by its letters. */
export const isNamedIn = (name: string, locale: string): boolean =>
  !locale.startsWith('ko') || /\p{Script=Hangul}/u.test(name)

const DAY_MS = 86_400_000
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The holidays of each day on which there are any; countries that call a day the same share its name. */
export function marksOf(holidays: readonly Holiday[]): Map<string, HolidayMark[]> {
  const marks = new Map<string, HolidayMark[]>()
  for (const { country, day, days, name } of holidays)
    for (let i = 0; i < days; i++) {
      const on = dayAfter(day, i)
      const list = marks.get(on) ?? []
      marks.set(on, list)
      const same = list.find((mark) => mark.name === name)
      if (!same) list.push({ name, countries: [country] })
      else if (!same.countries.includes(country)) same.countries.push(country)
    }
  return marks
}
