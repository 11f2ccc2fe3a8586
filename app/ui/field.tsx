import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from './cx.ts'

interface FieldProps {
  /** id of the control; its error is `<id>-error` and its hint `<id>-description`, as conform names them */
  id: string
  label: ReactNode
  hint?: ReactNode
  /** what is wrong; the first is shown */
  errors?: readonly string[] | undefined
  optional?: boolean
  /** the label is only spoken */
  labelHidden?: boolean
  /** at the right end of the label: a counter, a link */
  aside?: ReactNode
  className?: string
  children: ReactNode
}

/** A control with its label, hint and error. The control itself gets `aria-describedby` (see `describe`). */
export function Field({
  id,
  label,
  hint,
  errors,
  optional,
  labelHidden,
  aside,
  className,
  children,
}: FieldProps) {
  const t = useTranslations('ui')
  const error = errors?.[0]
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <div className={cx('flex items-baseline justify-between gap-2', labelHidden && 'sr-only')}>
        <label htmlFor={id} className="text-dense font-medium text-fg">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-subtle">{t('optional')}</span> : null}
        </label>
        {aside ? <span className="text-meta text-subtle">{aside}</span> : null}
      </div>
      {children}
      {hint ? (
        <p id={`${id}-description`} className="text-meta text-subtle">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} data-tone="red" className="flex items-start gap-1 text-meta text-tone-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0 text-tone" aria-hidden="true" />
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** The attributes a control in a `Field` needs, for forms without conform. */
export function describe(id: string, { errors, hint }: { errors?: readonly string[]; hint?: unknown } = {}) {
  const by = cx(errors?.length ? `${id}-error` : null, hint ? `${id}-description` : null)
  return { id, 'aria-invalid': errors?.length ? true : undefined, 'aria-describedby': by || undefined }
}
