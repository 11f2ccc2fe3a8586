import type { ReactNode } from 'react'
import type { Reading } from '#server/chart/scene.ts'
import { cx } from '../ui/cx.ts'
import { Delta } from './delta.tsx'
import { RollingNumber } from './rolling-number.tsx'
import { Sparkline } from './sparkline.tsx'
import type { Tone } from './tone.ts'
import { useChartFormat, type ValueFormat } from './use-chart-format.ts'

export interface TileProps {
  label: ReactNode
  /** The plain label is also the name of the group for a screen reader. */
  name: string
  value: number | null
  /** The same in the equal period before; left out when there is no comparison. */
  before?: number | null
  period?: string
  better?: 'up' | 'down'
  readings?: readonly Reading[]
  tone?: Tone
  format?: ValueFormat
  asOf?: ReactNode
  className?: string
}

/** One measure without a box: label, big number, change in words, its course. */
export function Tile(props: TileProps) {
  const format = useChartFormat(props.format, true)
  const { value, before, period, readings } = props
  return (
    <section
      aria-label={props.name}
      className={cx('@container flex min-w-0 flex-col gap-1', props.className)}
    >
      <h3 className="truncate text-dense font-medium text-muted">{props.label}</h3>
      <div className="flex items-end justify-between gap-3">
        <RollingNumber text={value === null ? '–' : format.exact(value)} className="text-big font-semibold" />
        {readings && readings.length > 1 ? (
          <Sparkline readings={readings} tone={props.tone} className="mb-1.5 hidden @[12rem]:block" />
        ) : null}
      </div>
      {before !== undefined && period ? (
        <Delta value={value} before={before} period={period} better={props.better} />
      ) : null}
      {props.asOf ? <p className="text-meta text-subtle">{props.asOf}</p> : null}
    </section>
  )
}
