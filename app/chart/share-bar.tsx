import { type ShareItem, shareScene } from '#server/chart/share-scene.ts'
import { cx } from '../ui/cx.ts'
import { type Tone, tones } from './tone.ts'
import { useChartFormat } from './use-chart-format.ts'

export interface ShareBarProps {
  label: string
  items: readonly (ShareItem & { tone: Tone })[]
  /** `ring` draws a donut of 96 px instead of a bar. */
  form?: 'bar' | 'ring'
  className?: string
}

/** Parts of a whole, with their names and percents beneath: colour is never alone. */
export function ShareBar({ label, items, form = 'bar', className }: ShareBarProps) {
  const format = useChartFormat(undefined, true)
  const scene = shareScene({ items, width: 1000, height: 8, radius: 48 })
  const tone = (key: string) => tones[items.find((item) => item.key === key)?.tone ?? 'grey']
  return (
    <figure
      className={cx('min-w-0', form === 'ring' && 'flex items-center gap-4', className)}
      aria-label={label}
    >
      {form === 'bar' ? (
        <div className="flex h-2 gap-px overflow-hidden rounded-full bg-n5" aria-hidden="true">
          {scene.parts.map((part) => (
            <div
              key={part.key}
              className={cx(tone(part.key).ground, 'transition-[flex-grow] duration-180 ease-calm')}
              style={{ flexGrow: part.value, flexBasis: 0 }}
            />
          ))}
        </div>
      ) : (
        <svg viewBox="-48 -48 96 96" className="size-24 shrink-0" aria-hidden="true">
          <circle r={40.3} fill="none" strokeWidth={15.4} className="stroke-n5" />
          {scene.parts.map((part) => (
            <path
              key={part.key}
              d={part.sector}
              className={cx(tone(part.key).fill, 'stroke-panel')}
              strokeWidth={1}
            />
          ))}
        </svg>
      )}
      <ul
        className={cx('flex gap-x-3 gap-y-0.5 text-meta', form === 'bar' ? 'mt-1.5 flex-wrap' : 'flex-col')}
      >
        {scene.parts.map((part) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <span className={cx('size-2 rounded-full', tone(part.key).ground)} />
            <span className="text-muted">{part.label}</span>
            <span className="font-medium tabular-nums">{format.percent(part.percent / 100)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
