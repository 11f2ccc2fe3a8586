import { type ReactNode, useMemo } from 'react'
import { type Annotation, lineScene } from '#server/chart/line-scene.ts'
import { Axes } from './axis.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { useChartWords } from './chart-words.ts'
import { LineMarks } from './line-marks.tsx'
import { instantsOf, type LineChartSeries, type Place, toneOf } from './line-series.ts'
import { ReadOut } from './read-out.tsx'
import { type ChartFormat, isDaily, useChartFormat, type ValueFormat } from './use-chart-format.ts'
import { usePoint } from './use-point.ts'
import { useWidth } from './use-width.ts'

export interface LineChartProps {
  label: string
  series: readonly LineChartSeries[]
  /** Epoch ms: the span shown, when it is more than the readings have. */
  from?: number
  to?: number
  height?: number
  filled?: boolean
  annotations?: readonly Annotation[]
  format?: ValueFormat
  asOf?: ReactNode
  className?: string
}

/** Lines over time: one highlighted, the comparison dashed, names at their ends, a read-out by pointer and keys. */
export function LineChart({ height = 200, ...props }: LineChartProps) {
  const t = useChartWords()
  const [measure, width] = useWidth(640)
  const { series, from, to, filled, annotations } = props
  const daily = useMemo(
    () => isDaily(series.flatMap(({ readings }) => readings.map(({ at }) => at))),
    [series],
  )
  const format = useChartFormat(props.format, daily)
  const scene = useMemo(
    () => lineScene({ width, height, series, format, from, to, filled, annotations }),
    [width, height, series, format, from, to, filled, annotations],
  )
  const places = useMemo(() => instantsOf(scene.series), [scene])
  const { index, handlers } = usePoint(places)
  const place = index === null ? undefined : places[index]
  const rows = place
    ? series.map((one) => {
        const value = place.values.get(one.key)
        const text = value === undefined ? t('unknown') : format.exact(value)
        return { key: one.key, label: one.label, value: text, tone: toneOf(one) }
      })
    : []
  const title = place ? format.moment(place.at) : ''
  return (
    <ChartFigure
      label={props.label}
      table={tableOf(series, places, format, t('time'), t('unknown'))}
      height={height}
      width={width}
      measure={measure}
      handlers={handlers}
      spoken={place ? `${title}: ${rows.map(({ label, value }) => `${label} ${value}`).join(', ')}` : ''}
      empty={scene.empty}
      asOf={props.asOf}
      className={props.className}
      readOut={place ? <ReadOut x={place.x} width={width} title={title} rows={rows} /> : null}
    >
      <Axes frame={scene.frame} xTicks={scene.xTicks} yTicks={scene.yTicks} />
      <LineMarks scene={scene} series={series} place={place} />
    </ChartFigure>
  )
}

function tableOf(
  series: readonly LineChartSeries[],
  places: readonly Place[],
  format: ChartFormat,
  time: string,
  unknown: string,
) {
  return {
    columns: [time, ...series.map(({ label }) => label)],
    rows: places.map(({ at, values }) => ({
      key: String(at),
      cells: [
        format.moment(at),
        ...series.map(({ key }) => {
          const value = values.get(key)
          return value === undefined ? unknown : format.exact(value)
        }),
      ],
    })),
  }
}
