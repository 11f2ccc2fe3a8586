import { cx } from '../ui/cx.ts'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import type { Pane } from './post-view.tsx'

interface PaneTabsProps<P extends Pane> {
  label: string
  panes: readonly P[]
  value: P
  onChange(pane: P): void
  className?: string
}

/** Tabs over the parts of a post, with the number of open discussions. */
export function PaneTabs<P extends Pane>({ label, panes, value, onChange, className }: PaneTabsProps<P>) {
  const t = useDraftWords('panes')
  const open = useDraft((state) => state.data.threads.filter((one) => one.resolvedAt === null).length)
  return (
    <div
      role="tablist"
      aria-label={label}
      className={cx(
        'flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]',
        className,
      )}
    >
      {panes.map((pane) => (
        <button
          key={pane}
          type="button"
          role="tab"
          aria-selected={pane === value}
          onClick={() => onChange(pane)}
          className={cx(
            'relative flex h-11 shrink-0 items-center gap-1.5 px-2.5 text-dense font-medium transition-colors duration-120 after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full',
            pane === value ? 'text-fg after:bg-accent' : 'text-muted hover:text-fg',
          )}
        >
          {t(pane as Pane)}
          {pane === 'comments' && open > 0 ? (
            <span className="text-meta text-subtle tabular-nums">{open}</span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
