import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import type { Ctx } from '#server/core/ctx.ts'
import { weekStart } from '#server/i18n/locale.rules.ts'
import { type CardsPage, packCards, unpackCards } from '#server/post/card-pack.rules.ts'
import type { Services } from '#server/services.ts'
import { addDays, dayKey } from '#server/time/calendar.rules.ts'
import { rangeOfView, viewOf } from '#server/time/calendar-view.rules.ts'
import { doubledIn, hoursOf } from '#server/time/grid.rules.ts'
import { OWN_PARAMS } from '../calendar/address.ts'
import { CalendarPage } from '../calendar/calendar.tsx'
import { isHours } from '../calendar/calendar-groups.ts'
import { byPicture } from '../calendar/feed-channels.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'
import { share, sharedBy } from '../shared.ts'

/** The furthest that the day of one zone is from that of another, in days. */
const FURTHEST = 2

export const loader = guarded('post:read', async (ctx, { request, context }) => {
  const { services } = context
  const today = dayKey(ctx.now(), ctx.zone)
  const { searchParams } = new URL(request.url)
  const { view, date } = viewOf(searchParams, today)
  const firstDay = weekStart(requestLocale(request, ctx), request.headers.get('accept-language'))
  const range = rangeOfView(view, date, ctx.zone, firstDay)
  const tray = searchParams.get('tray') === '1'
  // In a grid of hours a card stands by its instant: its own day may be another one.
  const more = isHours(view) ? FURTHEST : 0
  const from = addDays(range.days[0] ?? date, -more)
  const to = addDays(range.days.at(-1) ?? date, more)
  const channel = view === 'feed' ? await channelOf(ctx, services, searchParams.get('channel')) : null
  const of = range.days.includes(today) ? today : (range.days[0] ?? date)
  return {
    cards:
      view === 'feed' || tray
        ? { value: await mixed(ctx, services, view === 'feed' ? { channel } : { from, to }, tray) }
        : share('calendar', await services.board.readDaysPage(ctx, from, to), context),
    view,
    date,
    ...range,
    today,
    channel,
    tray,
    hours: isHours(view) ? hoursOf(of, ctx.zone) : [],
    doubled: isHours(view) ? doubledIn(range.days, ctx.zone) : null,
  }
})

/** A channel's pictures or a run of days, with what lies ready beside it. */
async function mixed(
  ctx: Ctx,
  { board, directory }: Services,
  shown: { channel: string | null } | { from: string; to: string },
  tray: boolean,
): Promise<CardsPage> {
  // First the number, then the cards: a replay from it misses nothing.
  const head = await directory.readHead(ctx)
  const cards =
    'channel' in shown
      ? await board.readChannelFeed(ctx, shown.channel ?? '')
      : unpackCards((await board.readDaysPage(ctx, shown.from, shown.to)).cards)
  if (tray) cards.push(...(await board.readUnplanned(ctx)))
  return { head, cards: packCards([...new Map(cards.map((card) => [card.id, card])).values()]) }
}

/** The channel whose pictures are asked for, else the one they are most of. */
async function channelOf(ctx: Ctx, { directory }: Services, asked: string | null): Promise<string | null> {
  const { channels } = await directory.readDirectory(ctx)
  return (channels.find((one) => one.id === asked) ?? byPicture(channels)[0])?.id ?? null
}

// The log keeps the cards current: they are read again for another time or view, or when somebody asks for it.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined &&
  (currentUrl.href === nextUrl.href ||
    // In a feed the channel says what is shown, elsewhere it narrows it.
    [...OWN_PARAMS, ...(nextUrl.searchParams.get('view') === 'feed' ? ['channel'] : [])].some(
      (name) => currentUrl.searchParams.get(name) !== nextUrl.searchParams.get(name),
    ))

export default function Calendar() {
  const { cards, ...data } = useLoaderData<typeof loader>()
  return <CalendarPage data={data} cards={sharedBy(cards)} />
}
