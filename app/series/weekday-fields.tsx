import { useDayNames } from './rule-text.ts'
import { useSeriesWords } from './series-words.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** The days of a week, each on or off. */
export function WeekdayFields(props: { days: readonly number[]; onChange(days: number[]): void }) {
  const { days, onChange } = props
  const t = useSeriesWords('dialog')
  const { weekday } = useDayNames()
  return (
    <fieldset>
      <legend className="mb-1 text-dense font-medium">{t('weekdays')}</legend>
      <div className="grid grid-cols-7 gap-1">
        {WEEK.map((day) => (
          <label
            key={day}
            className="flex h-control cursor-pointer items-center justify-center rounded-control text-dense text-muted ring-1 ring-line-strong ring-inset hover:bg-hover has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-text has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={days.includes(day)}
              aria-label={weekday(day)}
              onChange={(event) =>
                onChange(event.target.checked ? [...days, day] : days.filter((one) => one !== day))
              }
            />
            <span aria-hidden="true">{weekday(day, 'short')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
