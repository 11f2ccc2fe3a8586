import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react'
import { cx } from './cx.ts'

export interface ButtonLook {
  /** primary: the one main act of a screen. secondary: the rest. quiet: in toolbars. danger: cannot be undone. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  /** dense 28 px, normal 32 px; both 44 px under a finger */
  size?: 'dense' | 'normal'
}

const kinds = {
  primary:
    'bg-accent text-on-accent hover:bg-accent-hover disabled:bg-n5 disabled:text-subtle aria-disabled:bg-n5 aria-disabled:text-subtle',
  secondary:
    'bg-raised text-fg shadow-lift ring-1 ring-inset ring-line-strong hover:bg-hover active:bg-press',
  quiet: 'text-muted hover:bg-hover hover:text-fg active:bg-press aria-pressed:bg-press aria-pressed:text-fg',
  danger: 'bg-red text-n1 hover:bg-[color-mix(in_oklab,var(--red),black_10%)]',
}

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control font-medium transition-[background-color,color,scale] duration-120 active:scale-[.98] disabled:cursor-not-allowed disabled:active:scale-100 [&_svg]:size-4 [&_svg]:shrink-0'

/** The classes of a button, for links that look like one. */
export function buttonClass({ kind = 'secondary', size = 'normal' }: ButtonLook = {}): string {
  const measure = size === 'dense' ? 'h-dense px-2.5 text-dense' : 'h-control px-3 text-dense touch:text-body'
  const faded = kind === 'primary' ? '' : 'disabled:opacity-50 aria-disabled:opacity-50'
  return cx(base, measure, kinds[kind], faded)
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  /** an icon before the words */
  icon?: ReactNode
  /** work is under way: the button stays as wide as it is, and a second press does nothing */
  busy?: boolean
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind, size, icon, busy, className, children, type = 'button', onClick, ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-busy={busy || undefined}
      className={cx(buttonClass({ kind, size }), busy && 'opacity-70', className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
})
