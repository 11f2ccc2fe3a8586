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

// What is too much stands first: it can be mended by moving something.
const bySeverity = (a: CadenceOff, b: CadenceOff) => b.verdict.localeCompare(a.verdict) || b.by - a.by

/**
 * The channels that have too little in a week, or too much: under it, on a phone before it.
 * @param row the week's row in the grid
 */
export function CadenceStrip({ marks, row }: { marks: readonly CadenceOff[]; row: number }) {
  const t = useCalendarWords('cadence')
  const sorted = [...marks].sort(bySeverity)
  const rest = sorted.slice(NAMED)
  return (
    <ul
      data-cadence=""
      aria-label={t('label')}
      className="pointer-events-none z-10 flex min-w-0 items-center gap-1 px-1 text-[0.6875rem] tabular-nums max-md:flex-wrap max-md:gap-y-0 max-md:py-1 md:h-4.5 md:self-end md:overflow-hidden md:[grid-area:var(--area)]"
      style={{ '--area': `${row} / 1 / auto / -1` } as CSSProperties}
    >
      {sorted.slice(0, NAMED).map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
      {rest.length ? (
        <li className="pointer-events-auto shrink-0 px-1 text-muted">
          <span
            role="note"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a tooltip wants focus
            tabIndex={0}
            className="rounded-mark"
            {...tip(rest.map((mark) => t(`${mark.verdict}Tip`, { ...mark })).join('\n'))}
          >
            {t('more', { count: rest.length })}
          </span>
        </li>
      ) : null}
    </ul>
  )
}

/** The same for a phone's week by hours: one line over it, all channels, to be moved sideways. */
export function CadenceLine({ marks }: { marks: readonly CadenceOff[] }) {
  const t = useCalendarWords('cadence')
  return (
    <ul
      aria-label={t('label')}
      className="-mx-3 -my-2 flex shrink-0 items-center gap-1 overflow-x-auto px-3 text-[0.6875rem] tabular-nums [scrollbar-width:none] md:hidden"
    >
      {[...marks].sort(bySeverity).map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
    </ul>
  )
}

/** Pressing one shows only its posts. */
function Mark({ mark }: { mark: CadenceOff }) {
  const t = useCalendarWords('cadence')
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const { channel } = filterFrom(params)
  const words = t(`${mark.verdict}Tip`, { ...mark })
  return (
    <li className="min-w-0 max-md:shrink-0 md:shrink">
      <Link
        to={`${pathname}?${withFilter(params, { channel: channel === mark.id ? null : mark.id })}`}
        replace
        preventScrollReset
        aria-current={channel === mark.id ? 'true' : undefined}
        data-tone={mark.verdict === 'gap' ? 'amber' : 'red'}
        // A phone's are as high as a finger needs, and look no higher than they must.
        className="hover-part group pointer-events-auto flex min-w-0 items-center text-tone-text max-md:h-control max-md:max-w-[calc(100vw-2rem)] [&_svg]:size-3 [&_svg]:shrink-0"
        {...tip(words)}
        aria-label={words}
      >
        <span
          className={cx(
            'flex h-4 min-w-0 items-center gap-1 rounded-mark px-1 part-hover:underline group-aria-[current=true]:ring-[1.5px] group-aria-[current=true]:ring-tone max-md:h-7 max-md:gap-1.5 max-md:px-2 max-md:text-meta',
            mark.verdict === 'gap' ? 'bg-panel ring-1 ring-tone/50 ring-inset' : 'bg-tone-soft font-medium',
          )}
        >
          <NetworkMark network={mark.network} label={mark.name} />
          <span className="truncate">{mark.name}</span>
          <span className="max-md:hidden">{t(mark.verdict, { count: mark.by })}</span>
          <span className="md:hidden">{t(`${mark.verdict}Words`, { count: mark.by })}</span>
        </span>
      </Link>
    </li>
  )
}
