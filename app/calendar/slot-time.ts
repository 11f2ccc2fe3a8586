import { useLocale, useTimeZone } from 'use-intl'
import { dayIn, isForeign, writeDate, writeTimeByAxis, zoneName } from '#server/i18n/date-format.rules.ts'
import type { Card } from '#server/post/card.rules.ts'
import { useCalendarWords } from './calendar-words.ts'

/** A slot's time in words: where it goes out, the zone's name and my own time when they differ. */
export function useSlotTime(slot: Pick<Card, 'sendAt' | 'sendZone'> | undefined, day: string) {
  const t = useCalendarWords()
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  if (!slot || slot.sendAt === null) return null
  const zone = slot.sendZone ?? own
  const foreign = isForeign(zone, own, slot.sendAt)
  const time = writeDate(slot.sendAt, 'time', zone, locale)
  const here = writeDate(slot.sendAt, dayIn(own, slot.sendAt) === day ? 'time' : 'weekday', own, locale)
  return {
    time,
    /** empty when clocks there show what mine show */
    where: foreign ? zoneName(zone, slot.sendAt, locale) : '',
    /** my clocks' time; the same as `time` when they agree */
    here: foreign ? here : time,
    mine: foreign ? t('mine', { time: here }) : '',
    /** my clocks' time in as few letters as it takes, for where there is hardly room */
    short: writeTimeByAxis(slot.sendAt, own, locale),
    iso: new Date(slot.sendAt).toISOString(),
  }
}
