import type { ReactNode } from 'react'

interface SectionProps {
  /** so that a link leads to it */
  id?: string
  title: string
  hint?: ReactNode
  /** the act of the section, at the right of its title */
  act?: ReactNode
  /** the first section of a page names the page */
  level?: 2 | 3
  children: ReactNode
}

/** A part of a settings page. Hairlines between parts, no boxes. */
export function Section({ id, title, hint, act, level = 2, children }: SectionProps) {
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <section id={id} className="scroll-mt-20 border-t border-line py-6 first:border-t-0 first:pt-0">
      {/* On a phone the act stays beside the title and the hint has the whole width below both. */}
      <div className="mb-4 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5">
        <Heading className="text-section font-semibold">{title}</Heading>
        {act ? <div className="sm:row-span-2 sm:self-start">{act}</div> : null}
        {hint ? (
          <p className="max-w-prose text-dense text-pretty text-muted max-sm:col-span-2">{hint}</p>
        ) : null}
      </div>
      {children}
    </section>
  )
}

/** Rows with hairlines between them. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {children}
    </ul>
  )
}

interface RowProps {
  before?: ReactNode
  title: ReactNode
  detail?: ReactNode
  children?: ReactNode
}

/** One thing: what it is on the left, what can be done with it on the right; below it on a narrow screen. */
export function Row({ before, title, detail, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2.5 last:border-b-0">
      {before}
      <div className="min-w-0 flex-1 basis-40">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-body font-medium">
          {title}
        </div>
        {detail ? <div className="min-w-0 text-meta break-words text-subtle">{detail}</div> : null}
      </div>
      {children ? <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div> : null}
    </li>
  )
}
