import { ChevronDown } from 'lucide-react'
import { useRef } from 'react'
import { cx } from '../ui/cx.ts'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import type { ChoiceProps } from './choice.tsx'

/** A filter: its name, what is chosen, and the menu behind it (loaded when somebody goes for it). */
export function ChoiceButton({ label, active, ...choice }: ChoiceProps & { label: string; active: boolean }) {
  const now = useRef(choice)
  now.current = choice
  const chosen = choice.options.find((option) => option.value === choice.value)
  return (
    <LazyTrigger
      button={
        <button
          type="button"
          className={cx(
            'inline-flex h-dense shrink-0 items-center gap-1 rounded-control border px-2 text-dense whitespace-nowrap transition-colors duration-120 hover:bg-hover [&_svg]:size-3.5',
            active ? 'border-accent bg-accent-soft text-accent-text' : 'border-line text-muted',
          )}
        >
          {label}
          {active && chosen ? <span className="max-w-40 truncate font-medium">: {chosen.label}</span> : null}
          <ChevronDown aria-hidden="true" />
        </button>
      }
      load={async () => {
        const { Choice } = await import('./choice.tsx')
        return (props) => <Choice {...props} {...now.current} />
      }}
    />
  )
}
