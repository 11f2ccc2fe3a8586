import { useLocale } from 'use-intl'
import { type HolidayMark, isNamedIn } from '#server/holiday/holiday.rules.ts'
import { cx } from '../ui/cx.ts'
import { useListFormat } from '../ui/list-format.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarWords } from './calendar-words.ts'

/** What a day is called, small; in which countries on hover. */
export function HolidayNames({ marks, className }: { marks: readonly HolidayMark[]; className?: string }) {
  const t = useCalendarWords()
  const locale = useLocale()
  const list = useListFormat()
  const place = (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  const words = marks.map(({ name, countries }) =>
    t('holiday', { name, countries: list(countries.map(place)) }),
  )
  const own = marks.filter(({ name }) => isNamedIn(name, locale))
  // A name in another language means little: whose day it is comes first.
  const others = marks.filter((mark) => !own.includes(mark))
  return (
    <span
      data-holiday=""
      className={cx('min-w-0 truncate text-[0.6875rem] leading-5 font-normal text-rose', className)}
      {...tip(words.join(' · '))}
    >
      {own.map(({ name }) => name).join(', ')}
      {own.length ? (
        <span className="text-subtle"> {[...new Set(own.flatMap((one) => one.countries))].join(' ')} </span>
      ) : null}
      {others.map(({ name, countries }) => (
        <span key={name}>
          {list(countries.map(place))} <span lang="en">{name}</span>{' '}
        </span>
      ))}
    </span>
  )
}
