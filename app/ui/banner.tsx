import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { cx } from './cx.ts'

interface BannerProps {
  tone?: Tone
  icon?: ReactNode
  /** buttons at the end */
  act?: ReactNode
  /** interrupt a screen reader; only for what cannot wait */
  urgent?: boolean
  /** across the whole width, without corners */
  flush?: boolean
  children: ReactNode
}

/** A message that stays while it is true. */
export function Banner({ tone = 'neutral', icon, act, urgent, flush, children }: BannerProps) {
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      data-tone={tone}
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 bg-tone-soft py-2 text-dense text-fg [&_svg]:size-4 [&_svg]:shrink-0',
        flush
          ? 'border-b border-line px-4 print:border-0 print:bg-transparent print:p-0 print:text-meta print:text-muted'
          : 'rounded-card px-3',
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2">
        {icon ? <span className="mt-0.5 flex text-tone">{icon}</span> : null}
        <div className="min-w-0">{children}</div>
      </div>
      {act ? <div className="flex gap-2">{act}</div> : null}
    </div>
  )
}
