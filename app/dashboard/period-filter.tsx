import { CalendarRange } from 'lucide-react'
import { useRef } from 'react'
import { type Figures, type FiguresInput, PERIODS } from '#server/metric/figures.rules.ts'
import { cx } from '../ui/cx.ts'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useDashboardWords } from './dashboard-words.ts'

interface PeriodFilterProps {
  input: FiguresInput
  figures: Figures
  onChange(change: Partial<FiguresInput>): void
}

/** 7, 28 or 90 days up to today, or days of one's own. */
export function PeriodFilter({ input, figures, onChange }: PeriodFilterProps) {
  const t = useDashboardWords('period')
  const own = Boolean(input.from && input.to)
  const now = useRef({ figures, onChange })
  now.current = { figures, onChange }
  return (
    <>
      <Segmented
        label={t('label')}
        value={own ? '' : input.days}
        onChange={(days) => onChange({ days: days as FiguresInput['days'], from: null, to: null })}
        segments={PERIODS.map((days) => ({ value: days as string, label: t(days) }))}
        className="shrink-0"
      />
      <LazyTrigger
        button={
          <button
            type="button"
            className={cx(
              'inline-flex h-dense shrink-0 items-center gap-1.5 rounded-control border px-2 text-dense whitespace-nowrap transition-colors duration-120 hover:bg-hover [&_svg]:size-3.5',
              own ? 'border-accent bg-accent-soft text-accent-text' : 'border-line text-muted',
            )}
          >
            <CalendarRange aria-hidden="true" />
            {t('own')}
          </button>
        }
        load={async () => {
          const { OwnDates } = await import('./own-dates.tsx')
          return (props) => (
            <OwnDates
              {...props}
              from={now.current.figures.firstDay}
              to={now.current.figures.lastDay}
              onChoose={(from, to) => now.current.onChange({ from, to })}
            />
          )
        }}
      />
    </>
  )
}
