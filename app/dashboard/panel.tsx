import { type ReactNode, useId } from 'react'
import { cx } from '../ui/cx.ts'

interface PanelProps {
  title: ReactNode
  /** what stands at the right of the title */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of the dashboard: no box, a hairline above. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cx('col-span-12 min-w-0 border-t border-line pt-4', className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-body font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
