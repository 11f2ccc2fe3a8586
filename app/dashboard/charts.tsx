import { useMemo } from 'react'
import { type Figures, sumsOf } from '#server/metric/figures.rules.ts'
import { LineChart } from '../chart/line-chart.tsx'
import type { LineChartSeries } from '../chart/line-series.ts'
import { ShareBar } from '../chart/share-bar.tsx'
import { StackedBars, type StackKind } from '../chart/stacked-bars.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useDashboardWords } from './dashboard-words.ts'
import { laidOver } from './figure-facts.ts'
import { useMetricWords } from './metric-words.ts'
import { Panel } from './panel.tsx'

/** "as of 14:02, networks last asked 14:01". */
export function useAsOf(figures: Figures): { own: string; networks: string } {
  const t = useDashboardWords()
  const write = useWriteDate()
  const time = (at: number) => write(at, Math.abs(figures.at - at) < 86_400_000 ? 'time' : 'moment')
  const own = t('asOf', { time: time(figures.at) })
  return {
    own,
    networks: figures.countedAt
      ? t('counted', { time: time(figures.at), counted: time(figures.countedAt) })
      : own,
  }
}

/** What people did with our posts, day by day, over the days before. */
export function EngagementChart({ figures }: { figures: Figures }) {
  const t = useDashboardWords()
  const m = useMetricWords()
  const list = useListFormat()
  const { networks } = useAsOf(figures)
  const series = useMemo<LineChartSeries[]>(
    () => [
      { key: 'before', label: t('earlier'), role: 'compare', readings: laidOver(figures, 'engagements') },
      {
        key: 'now',
        label: t('now'),
        role: 'main',
        readings: figures.days.map((row) => ({ at: row.at, value: row.engagements })),
      },
    ],
    [figures, t],
  )
  const parts = list(figures.parts.map((part) => m(`${part}.label`)))
  return (
    <Panel
      title={t('section.engagements')}
      aside={parts ? <p className="text-meta text-subtle">{t('parts', { parts })}</p> : null}
      className="xl:col-span-8"
    >
      <LineChart label={t('section.engagements')} series={series} filled height={240} asOf={networks} />
    </Panel>
  )
}

/** How messages sound: all of the period in one bar, and day by day. */
export function SentimentChart({ figures }: { figures: Figures }) {
  const t = useDashboardWords()
  const { own } = useAsOf(figures)
  const kinds = useMemo<StackKind[]>(
    () =>
      (['negative', 'neutral', 'positive'] as const).map((key) => ({
        key,
        label: t(`sentiment.${key}`),
        tone: key,
      })),
    [t],
  )
  const rows = useMemo(() => figures.days.map((row) => ({ at: row.at, values: row })), [figures.days])
  const total = sumsOf(figures.days)
  return (
    <Panel title={t('section.sentiment')} className="xl:col-span-4">
      {total.received ? (
        <ShareBar
          label={t('section.sentiment')}
          items={kinds.map((kind) => ({ ...kind, value: total[kind.key as 'negative'] }))}
          className="mb-3"
        />
      ) : null}
      <StackedBars
        label={t('section.sentiment')}
        kinds={kinds}
        rows={rows as never}
        height={total.received ? 196 : 240}
        asOf={own}
      />
    </Panel>
  )
}
