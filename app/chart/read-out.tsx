import { cx } from '../ui/cx.ts'
import { type Tone, tones } from './tone.ts'

export interface ReadOutRow {
  key: string
  label: string
  value: string
  tone: Tone
}

interface ReadOutProps {
  /** px from the left of the drawing, and its width: past the middle the words stand on the other side. */
  x: number
  width: number
  title: string
  rows: readonly ReadOutRow[]
}

/** What is under the pointer or the arrow keys, beside it and never over it. */
export function ReadOut({ x, width, title, rows }: ReadOutProps) {
  const flipped = x > width / 2
  return (
    <div
      className={cx(
        'pointer-events-none absolute top-1 z-10 max-w-60 rounded-control bg-overlay px-2.5 py-1.5 text-meta shadow-menu',
        flipped ? '-translate-x-full' : '',
      )}
      style={{ left: flipped ? x - 10 : x + 10 }}
      aria-hidden="true"
    >
      <div className="text-subtle">{title}</div>
      {rows.map((row) => (
        <div key={row.key} className="flex items-center gap-2">
          <span className={cx('size-2 shrink-0 rounded-full', tones[row.tone].ground)} />
          <span className="truncate text-muted">{row.label}</span>
          <span className="ml-auto pl-2 font-medium tabular-nums">{row.value}</span>
        </div>
      ))}
    </div>
  )
}
