import { type RepeatEnd, type RepeatRule, weeklyFrom } from '#server/series/series.rules.ts'

/** What the fields hold; numbers as they are typed. */
export interface RepeatFields {
  every: RepeatRule['every']
  step: string
  weekdays: readonly number[]
  /** by day of the month, or by weekday */
  monthly: 'day' | 'nth'
  day: number
  nth: { nth: 1 | 2 | 3 | 4 | -1; weekday: number }
  time: string
  ends: 'never' | 'until' | 'times'
  until: string
  times: string
}

const within = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return text.trim() && Number.isInteger(value) && value >= least && value <= most ? value : null
}

/** The rule that fields mean, or null while something is missing or out of bounds. */
export function ruleOf(fields: RepeatFields): RepeatRule | null {
  const { every, weekdays, monthly, day, nth } = fields
  const step = within(fields.step, 1, 99)
  if (step === null) return null
  if (every === 'day') return { every, step }
  if (every === 'week') return weekdays.length ? { every, step, weekdays: [...weekdays] } : null
  return { every, step, on: monthly === 'day' ? { day } : nth }
}

/** The end that fields mean; undefined while it is missing, or lies before anything would come. */
export function endOf({ ends, until, times }: RepeatFields, firstDay: string): RepeatEnd | undefined {
  if (ends === 'never') return null
  if (ends === 'until') return /^\d{4}-\d\d-\d\d$/.test(until) && until > firstDay ? { until } : undefined
  const count = within(times, 2, 999)
  return count === null ? undefined : { times: count }
}

/** Fields for a rule; for what does not repeat yet, weekly on its own weekday. */
export function fieldsFor(
  known: { rule: RepeatRule; end: RepeatEnd } | null,
  first: { day: string; time: string },
  nth: RepeatFields['nth'],
): RepeatFields {
  const rule = known?.rule ?? weeklyFrom(first.day)
  const weekly = rule.every === 'week' ? rule : weeklyFrom(first.day)
  const on = rule.every === 'month' ? rule.on : null
  const end = known?.end ?? null
  return {
    every: rule.every,
    step: String(rule.step),
    weekdays: weekly.every === 'week' ? weekly.weekdays : [],
    monthly: on && 'nth' in on ? 'nth' : 'day',
    day: on && 'day' in on ? on.day : Number(first.day.slice(8)),
    nth: on && 'nth' in on ? on : nth,
    time: first.time,
    ends: !end ? 'never' : 'until' in end ? 'until' : 'times',
    until: end && 'until' in end ? end.until : '',
    times: end && 'times' in end ? String(end.times) : '10',
  }
}
