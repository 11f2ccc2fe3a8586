import { Check, Minus } from 'lucide-react'
import {
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { cx } from './cx.ts'

interface ChoiceProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** the words beside it; without them give `aria-label` */
  children?: ReactNode
  hint?: ReactNode
}

const row =
  'flex cursor-pointer items-start gap-2 py-[calc((var(--control-dense)-1.25rem)/2)] has-disabled:cursor-not-allowed has-disabled:opacity-60'

function Words({ children, hint }: Pick<ChoiceProps, 'children' | 'hint'>) {
  if (!children) return null
  return (
    <span className="min-w-0 text-body/5">
      {children}
      {hint ? <span className="mt-0.5 block text-meta text-subtle">{hint}</span> : null}
    </span>
  )
}

/** A checkbox; `mixed` draws the dash of a partly selected list. */
export const Checkbox = forwardRef<HTMLInputElement, ChoiceProps & { mixed?: boolean }>(function Checkbox(
  { children, hint, mixed, className, ...rest },
  ref,
) {
  const Mark = mixed ? Minus : Check
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => input.current!)
  useEffect(() => {
    // There is no attribute for it, only the property.
    if (input.current) input.current.indeterminate = mixed === true
  }, [mixed])
  return (
    <label className={cx(row, className)}>
      <span className="relative mt-0.5 flex size-4 shrink-0 touch:mt-0 touch:size-5">
        <input
          ref={input}
          type="checkbox"
          className={cx(
            'peer size-full cursor-[inherit] appearance-none rounded-mark border transition-colors duration-120 checked:border-accent checked:bg-accent aria-invalid:border-red',
            mixed ? 'border-accent bg-accent' : 'border-line-field bg-panel',
          )}
          {...rest}
        />
        <Mark
          strokeWidth={3}
          aria-hidden="true"
          className={cx(
            'pointer-events-none absolute inset-0 m-auto size-3 text-on-accent',
            !mixed && 'opacity-0 peer-checked:opacity-100',
          )}
        />
      </span>
      <Words hint={hint}>{children}</Words>
    </label>
  )
})

/** A setting that is on or off at once. */
export const Switch = forwardRef<HTMLInputElement, ChoiceProps>(function Switch(
  { children, hint, className, ...rest },
  ref,
) {
  return (
    <label className={cx(row, className)}>
      <span className="relative mt-px flex h-4.5 w-8 shrink-0 touch:-mt-0.5 touch:h-6 touch:w-11">
        <input
          ref={ref}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          className="peer size-full cursor-[inherit] appearance-none rounded-full bg-n9 transition-colors duration-120 checked:bg-accent"
          {...rest}
        />
        <span className="pointer-events-none absolute top-0.5 left-0.5 aspect-square h-[calc(100%-4px)] rounded-full bg-white shadow-lift transition-[left] duration-120 peer-checked:left-[calc(50%)]" />
      </span>
      <Words hint={hint}>{children}</Words>
    </label>
  )
})

/** One of several, in a `fieldset`; arrows move between radios of the same name. */
export const Radio = forwardRef<HTMLInputElement, ChoiceProps>(function Radio(
  { children, hint, className, ...rest },
  ref,
) {
  return (
    <label className={cx(row, className)}>
      <input
        ref={ref}
        type="radio"
        className="mt-0.5 size-4 shrink-0 cursor-[inherit] appearance-none rounded-full border border-line-field bg-panel transition-[border] duration-120 checked:border-5 checked:border-accent touch:mt-0 touch:size-5"
        {...rest}
      />
      <Words hint={hint}>{children}</Words>
    </label>
  )
})
