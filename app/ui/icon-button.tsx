import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { type Side, tip } from './tip.ts'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** its name, spoken and shown as a tooltip */
  label: string
  icon: ReactNode
  size?: 'dense' | 'normal'
  side?: Side
  keys?: string
  /** a number on the corner, such as what is unread; 0 shows nothing */
  count?: number
}

export const iconButtonClass =
  'relative inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors duration-120 hover:bg-hover hover:text-fg active:bg-press disabled:cursor-not-allowed disabled:opacity-50 aria-expanded:bg-press aria-expanded:text-fg aria-pressed:bg-press aria-pressed:text-fg [&_svg]:size-4'

/** A button that is only an icon; square, named, with a tooltip. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, size = 'normal', side, keys, count = 0, className, type = 'button', ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-label={label}
      {...tip(label, { side, keys })}
      className={cx(iconButtonClass, size === 'dense' ? 'size-dense' : 'size-control', className)}
      {...rest}
    >
      {icon}
      {count > 0 ? (
        <span className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent tabular-nums">
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </button>
  )
})
