import { Link, useLocation, useSearchParams } from '@remix-run/react'
import { Archive, Clock, Inbox, type LucideIcon, MessagesSquare, UserRound, UserRoundX } from 'lucide-react'
import { queryOf, queryString, VIEWS, type View } from '#server/conversation/inbox.rules.ts'
import { cx } from '../ui/cx.ts'
import { useInboxState } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

const ICONS: Record<View, LucideIcon> = {
  open: Inbox,
  unassigned: UserRoundX,
  mine: UserRound,
  waiting: Clock,
  closed: Archive,
  all: MessagesSquare,
}

const shape = {
  column: 'flex h-8 touch:h-11 items-center gap-2.5 rounded-control px-2.5 text-dense',
  row: 'flex h-7 touch:h-9 shrink-0 items-center gap-1.5 rounded-full px-2.5 text-dense',
}

/** The views with how many each holds: a column beside the list, or a row above it. */
export function ViewLinks({ as, className }: { as: 'column' | 'row'; className?: string }) {
  const t = useInboxWords('views')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const counts = useInboxState((state) => state.counts)
  const query = queryOf(params)
  return (
    <nav
      aria-label={t('label')}
      className={cx(
        as === 'column' ? 'flex flex-col gap-0.5' : 'flex gap-1 overflow-x-auto [scrollbar-width:none]',
        className,
      )}
    >
      {VIEWS.map((view) => {
        const Icon = ICONS[view]
        const current = query.view === view
        return (
          <Link
            key={view}
            to={`${pathname}${queryString({ ...query, view })}`}
            aria-current={current ? 'page' : undefined}
            preventScrollReset
            className={cx(
              shape[as],
              'transition-colors duration-120 hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
              current ? 'bg-n4 font-medium text-fg' : 'text-muted [&_svg]:text-subtle',
            )}
          >
            {as === 'column' ? <Icon aria-hidden="true" /> : null}
            <span className="truncate">{t(view)}</span>
            <span
              className={cx(
                'ml-auto text-meta tabular-nums',
                current ? 'text-muted' : 'text-subtle',
                as === 'row' && 'ml-0',
              )}
            >
              {counts[view] > 0 ? counts[view] : ''}
            </span>
          </Link>
        )
      })}
    </nav>
  )
}
