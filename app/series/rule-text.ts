import { useFormatter, useLocale } from 'use-intl'
import { zoneWords } from '#server/i18n/date-format.rules.ts'
import type { Repeat, RepeatRule } from '#server/series/series.rules.ts'
import { resolveSendTime } from '#server/time/send-time.rules.ts'
import { useListFormat } from '../ui/list-format.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useSeriesWords } from './series-words.ts'

/** A Monday: weekdays are named by the days after it. */
const MONDAY = Date.UTC(2024, 0, 1)

/** Names weekdays (ISO, 1 Monday) and local days in the reader's language. */
export function useDayNames() {
  const format = useFormatter()
  return {
    weekday: (day: number, length: 'short' | 'long' = 'long') =>
      format.dateTime(new Date(MONDAY + (day - 1) * 86_400_000), { weekday: length, timeZone: 'UTC' }),
    day: (day: string) =>
      format.dateTime(new Date(`${day}T12:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  }
}

/** A rule in words: “Every 2 weeks on Monday”. */
export function useRuleText(): (rule: RepeatRule) => string {
  const t = useSeriesWords('rule')
  const list = useListFormat()
  const { weekday } = useDayNames()
  return (rule) => {
    const { step } = rule
    if (rule.every === 'day') return t('day', { step })
    if (rule.every === 'week') {
      const days = [...new Set(rule.weekdays)].sort((a, b) => a - b)
      return t('week', { step, days: list(days.map((day) => weekday(day))) })
    }
    if ('day' in rule.on)
      return t(rule.on.day > 28 ? 'monthLast' : 'monthDay', { step, day: String(rule.on.day) })
    return t('monthNth', { step, nth: String(rule.on.nth), weekday: weekday(rule.on.weekday) })
  }
}

/** All of it: rule, time, zone and end. */
export function useRepeatText(): (repeat: Repeat) => string {
  const t = useSeriesWords()
  const say = useRuleText()
  const write = useWriteDate()
  const locale = useLocale()
  const { day } = useDayNames()
  return ({ rule, end, firstDay, time, zone }) => {
    const { at } = resolveSendTime(`${firstDay}T${time}`, zone)
    const zoned = { rule: say(rule), time: write(at, 'time', zone), zone: zoneWords(zone, at, locale) }
    const said = t('at', zoned)
    if (!end) return said
    return 'until' in end
      ? t('until', { rule: said, day: day(end.until) })
      : t('times', { rule: said, count: end.times })
  }
}
