import { type HTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { cx } from '../ui/cx.ts'
import { useChartWords } from './chart-words.ts'
import { type TableData, ValueTable } from './value-table.tsx'

interface FigureProps {
  /** What the chart shows, for those who do not see it. */
  label: string
  table: TableData
  /** px; the drawing never changes it, so a page does not jump. */
  height: number
  width: number
  measure: Ref<HTMLDivElement>
  handlers: HTMLAttributes<HTMLDivElement>
  /** What is being read, as words for a screen reader. */
  spoken: string
  empty: boolean
  /** "as of 14:02", bottom left. */
  asOf?: ReactNode
  readOut?: ReactNode
  className?: string
  /** SVG marks. */
  children: ReactNode
}

/** The frame every chart shares: measured, focusable, read aloud, with its table and its "as of". */
export function ChartFigure(props: FigureProps) {
  const t = useChartWords()
  const hint = useId()
  return (
    <figure className={cx('min-w-0', props.className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a drawing and its read-out */}
      <div
        ref={props.measure}
        role="group"
        aria-label={props.label}
        aria-describedby={hint}
        tabIndex={props.empty ? undefined : 0}
        className="relative touch-pan-y rounded-mark"
        style={{ height: props.height }}
        {...(props.empty ? {} : props.handlers)}
      >
        <svg
          width="100%"
          height={props.height}
          viewBox={`0 0 ${props.width} ${props.height}`}
          preserveAspectRatio="xMinYMid meet"
          aria-hidden="true"
          className="block overflow-visible"
        >
          {props.empty ? null : props.children}
        </svg>
        {props.readOut}
        {props.empty ? (
          <p className="absolute inset-0 grid place-items-center text-dense text-subtle">{t('empty')}</p>
        ) : null}
        <span id={hint} className="sr-only">
          {props.empty ? '' : t('moves')}
        </span>
        <span className="sr-only" aria-live="polite">
          {props.spoken}
        </span>
      </div>
      {props.asOf ? <figcaption className="mt-1 text-meta text-subtle">{props.asOf}</figcaption> : null}
      <div className="relative">
        <ValueTable caption={props.label} data={props.table} />
      </div>
    </figure>
  )
}
