import { Link, useNavigate } from '@remix-run/react'
import { ChevronLeft, ChevronRight, Inbox, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter } from 'use-intl'
import { CALENDAR_VIEWS, type CalendarView } from '#server/time/calendar-view.rules.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton, iconButtonClass } from '../ui/icon-button.tsx'
import { usePrefetch } from '../ui/prefetch.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarAddress } from './address.ts'
import { BestHoursButton } from './best-hours-button.tsx'
import type { CalendarData } from './calendar.tsx'
import { isHours } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { FeedButton } from './feed-button.tsx'

const at = (day: string) => new Date(`${day}T12:00Z`)

/** What is shown, the way to what comes before and after, the views, the tray. */
export function CalendarBar({ data, children }: { data: CalendarData; children: ReactNode }) {
  const t = useCalendarWords()
  const navigate = useNavigate()
  const to = useCalendarAddress()
  const { view, date, today, previous, next, tray } = data
  useCommand('calendar.today', () => navigate(to({ view, date: today })))
  useCommand('calendar.next', () => navigate(to({ view, date: next })))
  useCommand('calendar.previous', () => navigate(to({ view, date: previous })))
  useCommand('calendar.print', () => window.print())
  useCommand('calendar.tray', () => navigate(to({ view, date, tray: !tray }), { replace: true }))
  const title = useRangeTitle(data)
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-1 py-1">
      <h2 className="mr-2 text-section font-semibold whitespace-nowrap tabular-nums">{title}</h2>
      {view === 'feed' ? null : (
        <span data-screen-only="" className="flex items-center gap-1">
          <StepLink to={to({ view, date: previous })} label={t(`previous.${view}`)} keys="[">
            <ChevronLeft aria-hidden="true" />
          </StepLink>
          <StepLink to={to({ view, date: next })} label={t(`next.${view}`)} keys="]">
            <ChevronRight aria-hidden="true" />
          </StepLink>
          <Link
            to={to({ view, date: today })}
            className={buttonClass({ size: 'dense' })}
            {...tip(t('today'), { keys: 't' })}
          >
            {t('today')}
          </Link>
        </span>
      )}
      <div
        data-screen-only=""
        className="ml-auto flex items-center gap-2 max-md:ml-0 max-md:w-full max-md:gap-1"
      >
        {children}
        {isHours(view) ? <BestHoursButton /> : null}
        <ViewLinks data={data} />
        {view === 'feed' ? null : (
          <Link
            to={to({ view, date, tray: !tray })}
            replace
            role="button"
            aria-pressed={tray}
            className={buttonClass({ kind: 'quiet', size: 'dense' })}
            {...tip(t('tray.tip'), { keys: 'v u' })}
          >
            <Inbox aria-hidden="true" />
            <span className="max-lg:sr-only">{t('tray.title')}</span>
          </Link>
        )}
        <FeedButton />
        <IconButton
          size="dense"
          label={t('print')}
          icon={<Printer />}
          side="bottom"
          className="max-md:hidden"
          onClick={() => window.print()}
        />
      </div>
    </div>
  )
}

function ViewLinks({ data: { view, date, today, days } }: { data: CalendarData }) {
  const t = useCalendarWords()
  const to = useCalendarAddress()
  const navigate = useNavigate()
  const prefetch = usePrefetch()
  // From a month into its hours: to where one is, if that is in it.
  const wide = view === 'month' || view === 'list' || view === 'feed'
  const around = wide && today.startsWith(date.slice(0, 7)) ? today : date
  const inWeek = view === 'week' && days.includes(today) ? today : around
  const links = CALENDAR_VIEWS.map(
    (one) => [one, to({ view: one, date: one === 'day' ? inWeek : around })] as const,
  )
  const go = (wanted: CalendarView) => {
    const link = links.find(([one]) => one === wanted)
    if (link) navigate(link[1])
  }
  useCommand('calendar.month', () => go('month'))
  useCommand('calendar.week', () => go('week'))
  useCommand('calendar.day', () => go('day'))
  useCommand('calendar.list', () => go('list'))
  useCommand('calendar.feed', () => go('feed'))
  return (
    <nav
      aria-label={t('views')}
      className="inline-flex gap-0.5 rounded-control bg-n4 p-0.5 max-md:flex-1 max-md:justify-stretch"
    >
      {links.map(([one, href]) => (
        <Link
          key={one}
          to={href}
          prefetch={prefetch}
          aria-current={one === view ? 'page' : undefined}
          className={cx(
            'flex h-[calc(var(--control-dense)-4px)] items-center justify-center rounded-mark px-2.5 text-dense max-md:min-w-0 max-md:px-0 max-md:text-meta font-medium text-muted transition-colors duration-120 hover:text-fg aria-[current=page]:bg-raised aria-[current=page]:text-fg aria-[current=page]:shadow-lift max-md:flex-1',
          )}
          {...tip(t(`view.${one}`), { keys: `v ${one === 'feed' ? 'g' : one[0]}` })}
        >
          {t(`view.${one}`)}
        </Link>
      ))}
    </nav>
  )
}

function StepLink(props: { to: string; label: string; keys: string; children: ReactNode }) {
  const { to, label, keys, children } = props
  const prefetch = usePrefetch()
  return (
    <Link
      to={to}
      prefetch={prefetch}
      aria-label={label}
      className={`${iconButtonClass} size-dense`}
      {...tip(label, { keys })}
    >
      {children}
    </Link>
  )
}

/** What is shown, in words: a month, the days of a week, a day. */
export function useRangeTitle({ view, date, days, today }: CalendarData): string {
  const t = useCalendarWords()
  const format = useFormatter()
  const timeZone = 'UTC'
  if (view === 'feed') return t('feedView.title')
  if (view === 'day')
    return format.dateTime(at(date), {
      weekday: 'short',
      day: 'numeric',
      // Long months would take a phone another line; Korean puts the weekday in brackets only so.
      month: 'short',
      year: 'numeric',
      timeZone,
    })
  if (view === 'week') {
    const short = { day: 'numeric', month: 'short', timeZone } as const
    // Engines write ranges with different spaces: the server's and the browser's would not agree.
    return t('range', {
      from: format.dateTime(at(days[0] ?? date), short),
      to: format.dateTime(
        at(days.at(-1) ?? date),
        days[0]?.startsWith(today.slice(0, 4)) ? short : { ...short, year: 'numeric' },
      ),
    })
  }
  return format.dateTime(at(date), { month: 'long', year: 'numeric', timeZone })
}
