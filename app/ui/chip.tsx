import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from './cx.ts'

interface ChipProps {
  icon?: ReactNode
  /** pressed: on or off, such as a filter */
  pressed?: boolean
  onPress?: () => void
  onRemove?: () => void
  /** the words as text, for the name of the remove button */
  name: string
  children?: ReactNode
}

const shape =
  'inline-flex h-6 touch:h-9 max-w-full min-w-0 items-center rounded-full border border-line text-dense [&_svg]:size-3.5 [&_svg]:shrink-0'

/** A thing that is chosen, filtered by or attached: it can be pressed, removed, or both. */
export function Chip({ icon, pressed, onPress, onRemove, name, children = name }: ChipProps) {
  const t = useTranslations('ui')
  const words = (
    <>
      {icon}
      <span className="truncate">{children}</span>
    </>
  )
  const inner = cx('flex h-full min-w-0 items-center gap-1.5', onRemove ? 'pr-1 pl-2' : 'px-2')
  return (
    <span
      className={cx(shape, pressed ? 'border-accent bg-accent-soft text-accent-text' : 'bg-panel text-muted')}
    >
      {onPress ? (
        <button
          type="button"
          aria-pressed={pressed}
          onClick={onPress}
          className={cx(inner, 'rounded-full transition-colors duration-120 hover:text-fg')}
        >
          {words}
        </button>
      ) : (
        <span className={inner}>{words}</span>
      )}
      {onRemove ? (
        <button
          type="button"
          aria-label={t('remove', { name })}
          onClick={onRemove}
          className="flex h-full items-center rounded-full pr-1.5 pl-0.5 text-subtle hover:text-fg"
        >
          <X aria-hidden="true" />
        </button>
      ) : null}
    </span>
  )
}
