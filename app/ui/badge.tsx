import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { tip } from './tip.ts'

export type Tone =
  | 'neutral'
  | 'accent'
  | 'slate'
  | 'amber'
  | 'orange'
  | 'red'
  | 'rose'
  | 'green'
  | 'emerald'
  | 'teal'
  | 'violet'

interface BadgeProps {
  tone?: Tone
  icon?: ReactNode
  /** a dot in the tone before the words */
  dot?: boolean
  /** shown on hover and by keyboard when it says more than the badge */
  title?: string
  className?: string
  children: ReactNode
}

/** A small fact with a meaning. The words carry it, the colour only helps. */
export function Badge({ tone = 'neutral', icon, dot, title, className, children }: BadgeProps) {
  return (
    <span
      data-tone={tone}
      {...(title ? tip(title) : {})}
      className={cx(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-mark bg-tone-soft px-1.5 text-meta font-medium text-tone-text tabular-nums [&_svg]:size-3 [&_svg]:shrink-0',
        className,
      )}
    >
      {dot ? <span className="size-1.5 shrink-0 rounded-full bg-tone" aria-hidden="true" /> : null}
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
