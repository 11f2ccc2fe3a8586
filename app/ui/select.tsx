import { ChevronDown } from 'lucide-react'
import { forwardRef, type SelectHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import { fieldClass } from './text-field.tsx'

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  dense?: boolean
}

/** The browser's own select: right on every phone and for every screen reader. Options are children. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { dense, className, children, ...rest },
  ref,
) {
  return (
    <span className={cx('relative flex min-w-0 items-center', className)}>
      <select
        ref={ref}
        className={cx(
          fieldClass,
          'appearance-none truncate pr-8 pl-2.5',
          dense ? 'h-dense text-dense' : 'h-control text-body',
        )}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2.5 size-4 text-subtle" aria-hidden="true" />
    </span>
  )
})
