import { Link, Outlet, useSearchParams } from '@remix-run/react'
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { CardsPage } from '#server/post/card-pack.rules.ts'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import type { CalendarView, ViewRange } from '#server/time/calendar-view.rules.ts'
import type { Doubled } from '#server/time/grid.rules.ts'
import { BoardProvider } from '../board/board-context.tsx'
import { BoardOverlays } from '../board/board-overlays.tsx'
import { BoardPresence } from '../board/board-presence.tsx'
import { CardMenuArea } from '../board/card-context-menu.tsx'
import { NothingFits } from '../board/empty-board.tsx'
import { FilterBar } from '../board/filter-bar.tsx'
import { useGlide } from '../board/glide.ts'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { useBoardSetup } from '../board/use-board-setup.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Follow, FollowStack } from '../live/follow/follow.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Page } from '../shell/page.tsx'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { FEED, groupingOf, isHours, TRAY } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { FeedView } from './feed-view.tsx'
import { HoursView } from './hours-view.tsx'
import { ListView } from './list-view.tsx'
import { MonthView } from './month-view.tsx'
import { NewPostButton, useNewPost } from './new-post.tsx'
import { PaperHead } from './paper-head.tsx'
import { Tray } from './tray.tsx'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useDayReport } from './use-day-report.ts'

export interface CalendarData extends ViewRange {
  view: CalendarView
  /** a day of what is shown, `YYYY-MM-DD` */
  date: string
  /** my own day */
  today: string
  /** whose pictures are shown */
  channel: string | null
  /** what has no time yet lies ready beside it */
  tray: boolean
  /** the instants (epoch ms) of the full hours of one of the days shown, on my clocks; in views by hours */
  hours: number[]
  /** what clocks of mine show twice on one of these days; in views by hours */
  doubled: Doubled | null
}

interface CalendarProps {
  data: CalendarData
  cards: CardsPage
}

/** The plan by time: a month, a week or a day by hours, a list. */
export function CalendarPage({ data, cards }: CalendarProps) {
  const { workspace, presence } = useDirectory()
  return (
    <PresenceRoom id={`${workspace.id}:plan`} access={presence}>
      <Follow />
      {/* In hours a card stands on another day than in a month: other groups, another store. */}
      <Drawing key={drawingOf(data)} data={data} cards={cards} />
    </PresenceRoom>
  )
}

function Drawing({ data, cards }: CalendarProps) {
  const t = useCalendarWords()
  const { me } = useDirectory()
  const may = useMay()
  const path = usePath()
  const [params] = useSearchParams()
  const { view, date, days, tray, channel } = data
  const grouping = useMemo(() => groupingOf(view, me.zone, channel), [view, me.zone, channel])
  const shown = [...(view === 'feed' ? [FEED] : days), ...(tray ? [TRAY] : [])]
  const { board, openPost, asked, ask, closeAsked } = useBoardSetup('calendar', cards, grouping, { shown })
  const root = useRef<HTMLDivElement>(null)
  const press = useCalendarKeys(board, data)
  const dayReport = useDayReport()
  const { begin, onDoubleClick, dialog } = useNewPost(data)
  useGlide(board.cards, root)
  useCommand('campaign.new', may('campaign:write') ? () => ask({ what: 'campaign' }) : null)
  const count = useStore(board.cards.store, ({ groups }) => countOf(groups, data))
  const filtering = isFiltering(filterFrom(params))
  const surface = `calendar:${view}:${view === 'feed' ? channel : date}`
  return (
    <BoardProvider value={board}>
      <BoardPresence page={surface} openPost={openPost} />
      <Page
        fixed
        title={t('title')}
        tabs={<PlanTabs />}
        tabsBelow
        filters={<FilterBar />}
        presence={<FollowStack />}
      >
        <div className="flex h-full min-h-0 flex-col px-3 pb-3 md:px-4" data-shown={shownOf(data)} ref={root}>
          <CalendarBar data={data}>
            <span className="text-dense text-subtle tabular-nums max-lg:hidden">
              {t(`count.${view}`, { count })}
            </span>
            {begin ? <NewPostButton begin={begin} /> : null}
          </CalendarBar>
          <PaperHead data={data} />
          {count === 0 && filtering && view !== 'feed' ? <NothingFits /> : null}
          {count === 0 && !filtering && !isHours(view) && view !== 'feed' ? (
            <div className={view === 'month' ? 'md:hidden' : ''}>
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
                className="flex min-h-0 flex-1 gap-3 max-md:flex-col"
                onKeyDown={press}
                onContextMenu={openMenu}
                onDoubleClick={onDoubleClick}
                {...dayReport}
              >
                {view === 'month' ? <MonthView data={data} surface={surface} /> : null}
                {isHours(view) ? <HoursView data={data} surface={surface} /> : null}
                {view === 'list' && count > 0 ? <ListView data={data} surface={surface} /> : null}
                {view === 'feed' ? <FeedView data={data} surface={surface} /> : null}
                {tray && view !== 'feed' ? <Tray /> : null}
              </div>
            )}
          </CardMenuArea>
        </div>
      </Page>
      {dialog}
      <BoardOverlays asked={asked} board={board} close={closeAsked} />
      <Outlet />
    </BoardProvider>
  )
}

/** In hours a card stands on another day than in a month, in a feed among one channel's. */
const drawingOf = ({ view, channel }: CalendarData) =>
  view === 'feed' ? `feed ${channel}` : isHours(view) ? 'hours' : 'days'

/** What is shown, for whoever follows: an address may leave it to the reader's own today. */
const shownOf = ({ view, date, channel }: CalendarData): string =>
  new URLSearchParams({
    ...(isHours(view) ? { date } : { month: date.slice(0, 7) }),
    ...(view === 'feed' && channel ? { channel } : {}),
  }).toString()

/** How many posts are on the days shown; of a month's weeks only on its own days. */
function countOf(
  groups: Readonly<Record<string, readonly string[]>>,
  { view, date, days }: CalendarData,
): number {
  if (view === 'feed') return groups[FEED]?.length ?? 0
  const own = view === 'month' ? days.filter((day) => day.startsWith(date.slice(0, 7))) : days
  return new Set(own.flatMap((day) => groups[day]?.map(cardIdOf) ?? [])).size
}
