import { useFormatter } from 'use-intl'
import type { Figures } from '#server/metric/figures.rules.ts'
import { Tile } from '../chart/tile.tsx'
import type { ValueFormat } from '../chart/use-chart-format.ts'
import { useDashboardWords } from './dashboard-words.ts'
import { Definition } from './definition.tsx'
import { type TileFacts, tileFacts, tileNames } from './figure-facts.ts'
import { useMetricWords } from './metric-words.ts'
import { useDuration } from './use-duration.ts'

/** The big numbers, each with its change and its course. */
export function Tiles({ figures }: { figures: Figures }) {
  const t = useDashboardWords()
  const m = useMetricWords()
  const format = useUnits()
  const period = t('before', { days: figures.days.length })
  return (
    <section
      aria-label={t('section.figures')}
      className="col-span-12 grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-3 xl:grid-cols-6"
    >
      <h2 className="sr-only">{t('section.figures')}</h2>
      {tileNames(figures).map((name) => {
        const facts = tileFacts(figures, name)
        return (
          <Tile
            key={name}
            name={m(`${name}.label`)}
            label={<Definition of={name} />}
            value={facts.value}
            before={facts.before}
            period={period}
            better={facts.better}
            readings={facts.readings}
            tone={name === 'negative_share' ? 'negative' : name === 'engagements' ? 'accent' : 'grey'}
            format={format[facts.unit]}
          />
        )
      })}
    </section>
  )
}

function useUnits(): Record<TileFacts['unit'], ValueFormat | undefined> {
  const format = useFormatter()
  const duration = useDuration()
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const count = (value: number) => format.number(value, { maximumFractionDigits: 0 })
  return {
    count: { exact: count },
    share: { exact: share, short: share },
    milliseconds: { exact: duration, short: duration },
  }
}
