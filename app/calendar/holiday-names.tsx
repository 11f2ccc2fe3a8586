import { useLocale } from 'use-intl'
import { type HolidayMark, isNamedIn } from '#server/holiday/holiday.rules.ts'
import { cx } from '../ui/cx.ts'
import { useListFormat } from '../ui/list-format.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarWords } from './calendar-words.ts'

interface HolidayNamesProps {
  marks: readonly HolidayMark[]
  className?: string
  /** without words on hover or focus: on paper, and in what says them itself */
  plain?: boolean
}

/** What a day is called, and in which countries. */
export function useHolidayWords(): (marks: readonly HolidayMark[]) => string {
  const t = useCalendarWords()
  const locale = useLocale()
  const list = useListFormat()
  const place = (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  return (marks) =>
    marks
      .map(({ name, countries }) => t('holiday', { name, countries: list(countries.map(place)) }))
      .join(' · ')
}

/** What a day is called, small; whole and with its countries on hover or focus. */
export function HolidayNames({ marks, className, plain = false }: HolidayNamesProps) {
  const say = useHolidayWords()
  const locale = useLocale()
  const list = useListFormat()
  const place = (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  const own = marks.filter(({ name }) => isNamedIn(name, locale))
  // A name in another language means little: whose day it is comes first.
  const others = marks.filter((mark) => !own.includes(mark))
  const said = say(marks)
  const look = cx('min-w-0 text-[0.6875rem] leading-5 font-normal text-rose', className)
  const shown = (
    <>
      {own.map(({ name }) => name).join(', ')}
      {own.length ? (
        <span className="text-subtle"> {[...new Set(own.flatMap((one) => one.countries))].join(' ')} </span>
      ) : null}
      {others.map(({ name, countries }) => (
        <span key={name}>
          {list(countries.map(place))} <span lang="en">{name}</span>{' '}
        </span>
      ))}
    </>
  )
  if (plain)
    return (
      <span data-holiday="" className={look}>
        {shown}
      </span>
    )
  return (
    <span
      data-holiday=""
      role="note"
      // What is cut off is read whole by keyboard, too.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a tooltip wants focus
      tabIndex={0}
      aria-label={said}
      className={`${look} truncate rounded-mark`}
      {...tip(said)}
    >
      {shown}
    </span>
  )
}
