import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** an SVG in lines, `stroke="currentColor"`, 120 x 72 */
  art?: ReactNode
  /** one sentence */
  title: string
  /** one more, if it teaches */
  children?: ReactNode
  /** the one next act */
  act?: ReactNode
}

/** What stands where nothing is yet: one picture, one sentence, one act. */
export function EmptyState({ art, title, children, act }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center">
      {art ? <div className="mb-1 text-n8 [&_svg]:h-18 [&_svg]:w-30">{art}</div> : null}
      <p className="text-body font-medium text-balance">{title}</p>
      {children ? <div className="text-dense text-balance text-muted">{children}</div> : null}
      {act ? <div className="mt-2 flex flex-wrap justify-center gap-2">{act}</div> : null}
    </div>
  )
}

/** The frame of a line drawing. */
export function LineArt({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 120 72"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
