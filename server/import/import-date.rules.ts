import { Temporal } from 'temporal-polyfill'
import { type Resolved, resolveSendTime, sendTimeAt } from '../time/send-time.rules.ts'

/** In which order a date in figures stands; a year of four figures in front is always year, month, day. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** No date is longer; what is would only cost time, for the patterns try many ways to read it. */
const LONGEST = 100

/** When a day is planned without an hour. */
export const USUAL_TIME = '09:00'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FIGURES = /^(\d{1,4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,4})\s*[.일]?(?=$|[\sT,])/
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])/i
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})(?=$|[\s,])/i
const TIME =
  /^(오전|오후|am|pm)?\s*(\d{1,2})(?:[:.시]\s*(\d{1,2})?(?:[:분]?\s*(\d{1,2})(?:\.\d+)?초?)?분?)?\s*(a\.?m\.?|p\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i

interface Day {
  year: number
  month: number
  day: number
}

/** The figures of a date as they stand, or null when the text does not begin with one. */
function dayOf(text: string, order: DateOrder): { day: Day; rest: string } | null {
  const named = MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text)
  if (named) {
    const [whole, a = '', b = '', year = ''] = named
    const word = /^\d/.test(a) ? b : a
    const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
    const day = Number(/^\d/.test(a) ? a : b)
    return month ? { day: { year: Number(year), month, day }, rest: text.slice(whole.length) } : null
  }
  const found = FIGURES.exec(text)
  if (!found) return null
  const [whole, a = '', b = '', c = ''] = found
  const rest = text.slice(whole.length)
  if (a.length === 4) return { day: { year: Number(a), month: Number(b), day: Number(c) }, rest }
  const full = (year: string) => (year.length <= 2 ? 2000 + Number(year) : Number(year))
  if (order === 'ymd') return { day: { year: full(a), month: Number(b), day: Number(c) }, rest }
  const [month, day] = order === 'dmy' ? [b, a] : [a, b]
  return { day: { year: full(c), month: Number(month), day: Number(day) }, rest }
}

function timeOf(text: string): { hour: number; minute: number; offset: string | null } | null {
  const found = TIME.exec(text)
  if (!found) return null
  const [, before = '', h = '', m, , after = '', offset] = found
  const half = (before || after).toLowerCase().replaceAll('.', '')
  // A bare number is an hour only where it says which half of the day.
  if (m === undefined && !half && !/시/.test(text)) return null
  let hour = Number(h)
  if (half && (hour < 1 || hour > 12)) return null
  if (half === 'pm' || half === '오후') hour = (hour % 12) + 12
  else if (half) hour %= 12
  return { hour, minute: Number(m ?? 0), offset: offset?.toUpperCase() ?? null }
}

/** Without spaces around it, and single ones within: each run of them could be shared out among the parts in many ways. */
const spaced = (text: string) => text.trim().replace(/\s+/g, ' ')

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/**
 * A date, with or without a time, as people and products write it: the local minute in `zone`. One with an offset is
 * brought into the zone; a day alone is planned for 09:00. Null when it cannot be read.
 * @param time the time when it stands in a column of its own
 */
export function readDate(text: string, order: DateOrder, zone: string, time = ''): Resolved | null {
  if (text.length > LONGEST || time.length > LONGEST) return null
  const found = dayOf(spaced(text), order)
  if (!found) return null
  const { day } = found
  const said = found.rest.replace(/^[\s,T]+/, '') || spaced(time)
  const at = said ? timeOf(said) : timeOf(USUAL_TIME)
  if (!at) return null
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' })
    if (date.year < 1970 || date.year > 2200 || at.hour > 23 || at.minute > 59) return null
    const local = `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}T${pad(at.hour)}:${pad(at.minute)}`
    if (at.offset === null) return resolveSendTime(local, zone)
    const offset = /^[+-]/.test(at.offset) ? at.offset.replace(/(\d{2}):?(\d{2})$/, '$1:$2') : 'Z'
    const instant = Temporal.Instant.from(`${local}${offset}`).epochMilliseconds
    return { ...sendTimeAt(instant, zone), notice: null }
  } catch {
    return null
  }
}

/**
 * The order in which the dates of a column stand: the one in which most of them are dates. `sure` is false when day and
 * month could be either way round in all of them.
 */
export function guessOrder(dates: readonly string[], usual: DateOrder): { order: DateOrder; sure: boolean } {
  const texts = dates.filter((text) => text.trim())
  const fits = (order: DateOrder) => texts.filter((text) => readDate(text, order, 'UTC')).length
  const scores = DATE_ORDERS.map((order) => ({ order, fits: fits(order) })).sort(
    (a, b) => b.fits - a.fits || Number(b.order === usual) - Number(a.order === usual),
  )
  const best = scores[0]?.order ?? usual
  const same = (order: DateOrder) =>
    texts.every((text) => readDate(text, order, 'UTC')?.at === readDate(text, best, 'UTC')?.at)
  const sure = scores.every(
    ({ order, fits: n }) => order === best || n < (scores[0]?.fits ?? 0) || same(order),
  )
  return { order: best, sure }
}
