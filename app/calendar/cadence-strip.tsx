import { Link, useLocation, useSearchParams } from '@remix-run/react'
import type { CSSProperties } from 'react'
import { filterFrom, withFilter } from '#server/post/filter.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarWords } from './calendar-words.ts'
import type { CadenceOff } from './use-cadence.ts'

/** How many channels are named under a week before the others are a number. */
const NAMED = 6

/** Under a week: the channels that have too little in it, or too much. Pressing one shows only its posts. */
export function CadenceStrip({ marks, style }: { marks: readonly CadenceOff[]; style: CSSProperties }) {
  const t = useCalendarWords('cadence')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const { channel } = filterFrom(params)
  // What is too much stands first: it can be mended by moving something.
  const sorted = [...marks].sort((a, b) => b.verdict.localeCompare(a.verdict) || b.by - a.by)
  const rest = sorted.slice(NAMED)
  const words = ({ verdict, ...mark }: CadenceOff) => t(`${verdict}Tip`, { ...mark })
  return (
    <ul
      aria-label={t('label')}
      className="pointer-events-none z-10 flex h-4.5 min-w-0 items-center gap-1 self-end overflow-hidden px-1 text-[0.6875rem] tabular-nums max-md:hidden"
      style={style}
    >
      {sorted.slice(0, NAMED).map((mark) => (
        <li key={mark.id} className="min-w-0 shrink">
          <Link
            to={`${pathname}?${withFilter(params, { channel: channel === mark.id ? null : mark.id })}`}
            replace
            preventScrollReset
            data-tone={mark.verdict === 'gap' ? 'amber' : 'red'}
            className={cx(
              'pointer-events-auto flex h-4 min-w-0 items-center gap-1 rounded-mark px-1 text-tone-text hover:underline [&_svg]:size-3 [&_svg]:shrink-0',
              mark.verdict === 'gap' ? 'bg-panel ring-1 ring-tone/50 ring-inset' : 'bg-tone-soft font-medium',
            )}
            {...tip(words(mark))}
            aria-label={words(mark)}
          >
            <NetworkMark network={mark.network} label={mark.name} />
            <span className="truncate">{mark.name}</span>
            <span>{t(mark.verdict, { count: mark.by })}</span>
          </Link>
        </li>
      ))}
      {rest.length ? (
        <li className="pointer-events-auto shrink-0 px-1 text-muted" {...tip(rest.map(words).join('\n'))}>
          {t('more', { count: rest.length })}
        </li>
      ) : null}
    </ul>
  )
}
