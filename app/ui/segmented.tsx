import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { tip } from './tip.ts'

export interface Segment<T extends string> {
  value: T
  label: string
  icon?: ReactNode
}

interface SegmentedProps<T extends string> {
  /** what is being chosen, for a screen reader */
  label: string
  segments: readonly Segment<T>[]
  value: T
  onChange(value: T): void
  /** show only the icons; the label becomes the tooltip */
  iconsOnly?: boolean
  className?: string
}

/** A few choices side by side, one of them on. Radio buttons underneath: arrows work, and so do forms. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, segments, value, onChange, iconsOnly, className } = props
  const name = useId()
  return (
    <fieldset
      className={cx('inline-flex w-fit min-w-0 max-w-full gap-0.5 rounded-control bg-n4 p-0.5', className)}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          {...(iconsOnly ? tip(segment.label) : {})}
          className={cx(
            'flex h-[calc(var(--control-dense)-4px)] cursor-pointer items-center justify-center gap-1.5 rounded-mark text-dense font-medium text-muted transition-colors duration-120 hover:text-fg has-checked:bg-raised has-checked:text-fg has-checked:shadow-lift has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent [&_svg]:size-4',
            iconsOnly ? 'w-7 touch:w-11' : 'px-2.5',
          )}
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            aria-label={segment.label}
          />
          {segment.icon}
          {iconsOnly ? null : <span className="truncate">{segment.label}</span>}
        </label>
      ))}
    </fieldset>
  )
}
