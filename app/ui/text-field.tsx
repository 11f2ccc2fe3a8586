import { forwardRef, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react'
import { cx } from './cx.ts'

/** What fields look like; also for a select. */
export const fieldClass =
  'w-full min-w-0 rounded-control border border-line-field bg-panel text-fg transition-colors duration-120 hover:border-n10 focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line disabled:bg-n3 disabled:text-subtle read-only:bg-n2 aria-invalid:border-red'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  dense?: boolean
  /** an icon or word inside, before the text */
  before?: ReactNode
  /** a button or unit inside, after the text */
  after?: ReactNode
}

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { dense, before, after, className, type = 'text', ...rest },
  ref,
) {
  const input = (
    <input
      ref={ref}
      type={type}
      className={cx(
        fieldClass,
        dense ? 'h-dense text-dense' : 'h-control text-body',
        before ? 'pl-8' : 'pl-2.5',
        after ? 'pr-10' : 'pr-2.5',
        !before && !after && className,
      )}
      {...rest}
    />
  )
  if (!before && !after) return input
  return (
    <span className={cx('relative flex w-full items-center', className)}>
      {before ? (
        <span className="pointer-events-none absolute left-2.5 flex text-subtle [&_svg]:size-4">
          {before}
        </span>
      ) : null}
      {input}
      {after ? <span className="absolute right-0.5 flex items-center">{after}</span> : null}
    </span>
  )
})

/** A text of several lines, growing with what is typed up to half of the window. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextArea({ className, rows = 3, ...rest }, ref) {
    return (
      <textarea
        ref={ref}
        rows={rows}
        className={cx(
          fieldClass,
          'field-sizing-content max-h-[50dvh] min-h-16 px-2.5 py-1.5 text-body',
          className,
        )}
        {...rest}
      />
    )
  },
)
