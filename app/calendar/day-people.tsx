import { usePointingAt } from '../live/presence/use-presence.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { useListFormat } from '../ui/list-format.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarWords } from './calendar-words.ts'
import { overDay } from './use-day-report.ts'

const MOST = 3

/** The others who point at a day, or are on it by keyboard, whichever view they have. */
export function DayPeople({ day, className }: { day: string; className?: string }) {
  const t = useCalendarWords()
  const list = useListFormat()
  const people = usePointingAt(overDay(day))
  if (!people.length) return null
  const words = t('lookingAtDay', { names: list(people.map(({ name }) => name)) })
  return (
    <span
      role="img"
      aria-label={words}
      data-day-people={day}
      className={cx('flex shrink-0 animate-fade-in items-center -space-x-1', className)}
      {...tip(words)}
    >
      {people.slice(0, MOST).map((person) => (
        <Avatar key={person.id} person={person} size={16} silent />
      ))}
      {people.length > MOST ? (
        <span className="pl-1.5 text-[0.625rem] font-semibold text-muted tabular-nums">
          +{people.length - MOST}
        </span>
      ) : null}
    </span>
  )
}
