import { type ReactNode, useMemo } from 'react'
import { type StackRow, stackScene } from '#server/chart/stack-scene.ts'
import { cx } from '../ui/cx.ts'
import { Axes } from './axis.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { useChartWords } from './chart-words.ts'
import { ReadOut } from './read-out.tsx'
import { moving, type Tone, tones } from './tone.ts'
import { isDaily, useChartFormat, type ValueFormat } from './use-chart-format.ts'
import { usePoint } from './use-point.ts'
import { useWidth } from './use-width.ts'

export interface StackKind {
  key: string
  label: string
  tone: Tone
}

export interface StackedBarsProps {
  label: string
  /** Bottom to top. */
  kinds: readonly StackKind[]
  rows: readonly StackRow[]
  form?: 'bar' | 'area'
  /** Shares of each column instead of values. */
  share?: boolean
  height?: number
  format?: ValueFormat
  asOf?: ReactNode
  className?: string
}

/** Kinds piled over time, such as sentiment: columns or bands. */
export function StackedBars({ height = 200, ...props }: StackedBarsProps) {
  const t = useChartWords()
  const [measure, width] = useWidth(640)
  const { kinds, rows, form, share } = props
  const daily = useMemo(() => isDaily(rows.map(({ at }) => at)), [rows])
  const format = useChartFormat(props.format, daily)
  const scene = useMemo(() => {
    const axis = share ? { ...format, value: format.percent } : format
    const keys = kinds.map(({ key }) => key)
    const names = Object.fromEntries(kinds.map(({ key, label }) => [key, label]))
    return stackScene({ width, height, keys, names, rows, form, share, format: axis })
  }, [width, height, kinds, rows, form, share, format])
  const places = useMemo(() => scene.columns.map((column) => ({ x: column.x + column.width / 2 })), [scene])
  const { index, handlers } = usePoint(places)
  const column = index === null ? undefined : scene.columns[index]
  const written = (at: number) =>
    kinds.map(({ key, label, tone }) => {
      const one = scene.columns[at]
      const value = one?.parts.find((part) => part.key === key)?.value ?? 0
      const ratio = one && one.total > 0 ? ` (${format.percent(value / one.total)})` : ''
      return { key, label, value: `${format.exact(value)}${ratio}`, tone }
    })
  const title = column ? format.moment(column.at) : ''
  const read = index === null ? [] : written(index).toReversed()
  return (
    <ChartFigure
      label={props.label}
      table={{
        columns: [t('time'), ...kinds.map(({ label }) => label)],
        rows: scene.columns.map(({ at }, row) => ({
          key: String(at),
          cells: [format.moment(at), ...written(row).map(({ value }) => value)],
        })),
      }}
      height={height}
      width={width}
      measure={measure}
      handlers={handlers}
      spoken={column ? `${title}: ${read.map(({ label, value }) => `${label} ${value}`).join(', ')}` : ''}
      empty={scene.empty}
      asOf={props.asOf}
      className={props.className}
      readOut={
        column ? <ReadOut x={column.x + column.width / 2} width={width} title={title} rows={read} /> : null
      }
    >
      <Axes frame={scene.frame} xTicks={scene.xTicks} yTicks={scene.yTicks} />
      {scene.bands.map(({ key, path }) => (
        <path key={key} d={path} className={cx(fillOf(kinds, key), moving, 'opacity-85')} />
      ))}
      {column && scene.bands.length > 0 ? (
        <line
          x1={column.x + column.width / 2}
          x2={column.x + column.width / 2}
          y1={scene.frame.y}
          y2={scene.frame.y + scene.frame.height}
          className="stroke-fg"
          strokeWidth={1}
        />
      ) : null}
      {scene.bands.length === 0
        ? scene.columns.map((one) => (
            <g key={one.at} className={cx(moving, column && column.at !== one.at && 'opacity-50')}>
              {one.parts.map((part) => (
                <rect
                  key={part.key}
                  x={part.x}
                  y={part.y}
                  width={part.width}
                  // A hair of ground between the parts keeps them apart without colour.
                  height={Math.max(0, part.height > 3 ? part.height - 1 : part.height)}
                  rx={Math.min(2, part.width / 4)}
                  className={cx(fillOf(kinds, part.key), moving)}
                />
              ))}
            </g>
          ))
        : null}
      {scene.labels.map((label) => (
        <text key={label.key} x={label.x} y={label.y} dy="0.32em" className="fill-muted text-meta">
          {label.text}
        </text>
      ))}
    </ChartFigure>
  )
}

function fillOf(kinds: readonly StackKind[], key: string): string {
  return tones[kinds.find((kind) => kind.key === key)?.tone ?? 'grey'].fill
}
