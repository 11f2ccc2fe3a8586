import { type ReactNode, useMemo } from 'react'
import { type BarItem, barScene } from '#server/chart/bar-scene.ts'
import { cx } from '../ui/cx.ts'
import { useChartWords } from './chart-words.ts'
import { moving, type Tone, tones } from './tone.ts'
import { useChartFormat, type ValueFormat } from './use-chart-format.ts'
import { useWidth } from './use-width.ts'
import { ValueTable } from './value-table.tsx'

export interface BarListProps {
  label: string
  items: readonly (BarItem & { tone?: Tone })[]
  format?: ValueFormat
  asOf?: ReactNode
  className?: string
}

/** A ranking: one horizontal bar a line, its value behind it, the period before as a thin mark. */
export function BarList({ label, items, format: values, asOf, className }: BarListProps) {
  const t = useChartWords()
  const [measure, width] = useWidth(480)
  const format = useChartFormat(values, true)
  const scene = useMemo(() => barScene({ width, items, value: format.exact }), [width, items, format])
  const compared = items.some(({ compare }) => compare !== undefined && compare !== null)
  const exact = (value: number | null | undefined) =>
    value === null || value === undefined ? t('unknown') : format.exact(value)
  return (
    <figure className={cx('min-w-0', className)}>
      <div ref={measure} className="relative" style={{ height: Math.max(scene.height, 28) }}>
        {items.length === 0 ? <p className="py-1 text-dense text-subtle">{t('empty')}</p> : null}
        <svg
          width="100%"
          height={scene.height}
          viewBox={`0 0 ${width} ${scene.height}`}
          preserveAspectRatio="xMinYMin meet"
          aria-hidden="true"
          className="block text-dense tabular-nums"
        >
          {scene.rows.map((row, index) => (
            <g key={row.key}>
              <title>{row.title}</title>
              <text x={0} y={row.y + row.height / 2} dy="0.32em" className="fill-muted">
                {row.text}
              </text>
              <rect
                x={row.bar.x}
                y={row.bar.y}
                width={row.bar.width}
                height={row.bar.height}
                rx={2}
                className={cx(tones[items[index]?.tone ?? 'accent'].fill, moving)}
              />
              {row.compareX === null ? null : (
                <line
                  x1={row.compareX}
                  x2={row.compareX}
                  y1={row.bar.y - 3}
                  y2={row.bar.y + row.bar.height + 3}
                  className="stroke-fg"
                  strokeWidth={1.5}
                />
              )}
              <text
                x={width}
                y={row.y + row.height / 2}
                dy="0.32em"
                textAnchor="end"
                className="fill-fg font-medium"
              >
                {row.valueText}
              </text>
            </g>
          ))}
        </svg>
        <ValueTable
          caption={label}
          data={{
            columns: [t('item'), t('value'), ...(compared ? [t('before')] : [])],
            rows: items.map((item) => ({
              key: item.key,
              cells: [item.label, exact(item.value), ...(compared ? [exact(item.compare)] : [])],
            })),
          }}
        />
      </div>
      {asOf ? <figcaption className="mt-1 text-meta text-subtle">{asOf}</figcaption> : null}
    </figure>
  )
}
