import { Link, Outlet, useNavigate, useSearchParams } from '@remix-run/react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import { BoardProvider } from '../board/board-context.tsx'
import { useBoardKeys } from '../board/board-keys.ts'
import { BoardOverlays } from '../board/board-overlays.tsx'
import { BoardPresence, HereStack } from '../board/board-presence.tsx'
import { CardMenuArea } from '../board/card-context-menu.tsx'
import { NothingFits } from '../board/empty-board.tsx'
import { FilterBar } from '../board/filter-bar.tsx'
import { useGlide } from '../board/glide.ts'
import { bySendDay } from '../board/groupings.ts'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { type CardData, useBoardSetup } from '../board/use-board-setup.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Cursors } from '../live/presence/cursors.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { iconButtonClass } from '../ui/icon-button.tsx'
import { usePrefetch } from '../ui/prefetch.ts'
import { tip } from '../ui/tip.ts'
import { MonthGrid } from './month-grid.tsx'

export interface MonthData extends CardData {
  /** `YYYY-MM`, and its neighbours */
  month: string
  previous: string
  next: string
  /** my own day, `YYYY-MM-DD` */
  today: string
  /** whole weeks, `YYYY-MM-DD` */
  days: string[]
}

/** A month of posts, each on the day of its own zone. */
export function CalendarPage({ data }: { data: MonthData }) {
  const t = useTranslations('calendar')
  const format = useFormatter()
  const { workspace, presence } = useDirectory()
  const may = useMay()
  const path = usePath()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { board, openPost, asked, ask, closeAsked } = useBoardSetup('calendar', data, bySendDay)
  const root = useRef<HTMLDivElement>(null)
  const press = useBoardKeys(board, data.days)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the days are a list: it begins where one is, not four weeks ago.
    const list = scroller.current
    const day = list?.querySelector<HTMLElement>(`[data-group="${data.today}"]`)
    if (!list || !day || window.innerWidth >= 768) return
    list.scrollTop += day.getBoundingClientRect().top - list.getBoundingClientRect().top
  }, [data.today])
  useGlide(board.cards, root)
  useCommand('campaign.new', may('campaign:write') ? () => ask({ what: 'campaign' }) : null)
  const to = (month: string) => {
    const next = new URLSearchParams(params)
    next.set('month', month)
    return `${path('calendar')}?${next}`
  }
  const thisMonth = data.today.slice(0, 7)
  useCommand('calendar.today', () => navigate(to(thisMonth)))
  useCommand('calendar.next', () => navigate(to(data.next)))
  useCommand('calendar.previous', () => navigate(to(data.previous)))
  const count = useStore(
    board.cards.store,
    ({ groups }) =>
      new Set(
        data.days
          .filter((day) => day.startsWith(data.month))
          .flatMap((day) => groups[day]?.map(cardIdOf) ?? []),
      ).size,
  )
  const filtering = isFiltering(filterFrom(params))
  const title = format.dateTime(new Date(`${data.month}-15T12:00Z`), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <BoardProvider value={board}>
        <BoardPresence page={`calendar:${data.month}`} openPost={openPost} />
        <Page
          fixed
          title={t('title')}
          tabs={<PlanTabs />}
          tabsBelow
          filters={<FilterBar />}
          presence={<HereStack />}
        >
          <div className="flex h-full min-h-0 flex-col px-3 pb-3 md:px-4" ref={root}>
            <div className="flex h-11 shrink-0 items-center gap-1">
              <h2 className="mr-2 text-section font-semibold whitespace-nowrap tabular-nums">{title}</h2>
              <MonthLink to={to(data.previous)} label={t('previous')} keys="[">
                <ChevronLeft aria-hidden="true" />
              </MonthLink>
              <MonthLink to={to(data.next)} label={t('next')} keys="]">
                <ChevronRight aria-hidden="true" />
              </MonthLink>
              <Link
                to={to(thisMonth)}
                className={buttonClass({ size: 'dense' })}
                {...tip(t('today'), { keys: 't' })}
              >
                {t('today')}
              </Link>
              <span className="ml-auto text-dense text-subtle tabular-nums max-md:hidden">
                {t('count', { count })}
              </span>
            </div>
            {count === 0 && filtering ? <NothingFits /> : null}
            {count === 0 && !filtering ? (
              <div className="md:hidden">
                <EmptyState
                  title={t('empty.title')}
                  act={
                    <Link to={path('board')} className={buttonClass()}>
                      {t('empty.act')}
                    </Link>
                  }
                >
                  {t('empty.body')}
                </EmptyState>
              </div>
            ) : null}
            <CardMenuArea>
              {(openMenu) => (
                // biome-ignore lint/a11y/noStaticElementInteractions: keys and menu belong to the cards inside
                <div
                  ref={scroller}
                  className="min-h-0 flex-1 overflow-y-auto"
                  onKeyDown={press}
                  onContextMenu={openMenu}
                >
                  <Cursors surface={`calendar:${data.month}`} className="flex min-h-full flex-col">
                    <MonthGrid days={data.days} month={data.month} today={data.today} />
                  </Cursors>
                </div>
              )}
            </CardMenuArea>
          </div>
        </Page>
        <BoardOverlays asked={asked} board={board} close={closeAsked} />
        <Outlet />
      </BoardProvider>
    </PresenceRoom>
  )
}

function MonthLink(props: { to: string; label: string; keys: string; children: React.ReactNode }) {
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
